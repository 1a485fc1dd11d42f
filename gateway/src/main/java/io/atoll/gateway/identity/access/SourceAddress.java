package io.atoll.gateway.identity.access;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from: its socket or, where that is a proxy that the configuration trusts,
 * the last address in X-Forwarded-For that is none of those. Whatever stands before that address
 * was written by the sender and is not believed.
 */
@ApplicationScoped
public class SourceAddress {
    private final List<Network> trusted;

    SourceAddress(GatewayConfig config) {
        try {
            this.trusted =
                    config.trustedProxies().orElse(List.of()).stream().map(Network::of).toList();
        } catch (IllegalArgumentException e) {
            throw Refusal.of("of atoll.gateway.trusted-proxies " + e.getMessage());
        }
    }

    /** Being observed, it is made at the start and not at the first request. */
    void onStart(@Observes StartupEvent event) {}

    /** From here on {@link Visitor#address} has it. */
    public void note(RoutingContext ctx) {
        SocketAddress socket = ctx.request().remoteAddress();
        if (socket != null && socket.hostAddress() != null) {
            List<String> chain = ctx.request().headers().getAll("X-Forwarded-For");
            Visitor.noteAddress(ctx, of(socket.hostAddress(), String.join(",", chain), trusted));
        }
    }

    static String of(String socket, @Nullable String forwarded, List<Network> trusted) {
        if (forwarded == null || !isTrusted(socket, trusted)) {
            return socket;
        }
        List<String> hops = Arrays.stream(forwarded.split(",", -1)).map(String::strip).toList();
        String last = socket;
        for (String hop : hops.reversed()) {
            if (!Network.isAddress(hop)) {
                return last;
            }
            last = hop;
            if (!isTrusted(hop, trusted)) {
                return hop;
            }
        }
        return last;
    }

    private static boolean isTrusted(String address, List<Network> trusted) {
        return trusted.stream().anyMatch(n -> n.holds(address));
    }
}
