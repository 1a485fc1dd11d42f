package io.atoll.gateway.door;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.door.rule.PasswordDue;
import io.atoll.gateway.identity.access.Credential;
import io.atoll.gateway.identity.access.GatewayConfig;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.kit.refusal.Forbidden;
import io.atoll.kit.refusal.Unauthenticated;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Lets requests to health, metrics and documents through, which Quarkus answers. Metrics are open
 * to this machine itself, so that a Prometheus beside the gateway needs no secret; from elsewhere,
 * and through a proxy, they need a user who may manage users everywhere.
 */
@ApplicationScoped
class OperationDoor {
    private static final List<String> PATHS =
            List.of("/health", "/openapi", "/swagger-ui", "/metrics");

    private final Guard guard;
    private final Onward onward;
    private final Answers answers;
    private final GatewayConfig config;
    private final ApiPage page;

    OperationDoor(Guard guard, Onward onward, Answers answers, GatewayConfig config, ApiPage page) {
        this.guard = guard;
        this.onward = onward;
        this.answers = answers;
        this.config = config;
        this.page = page;
    }

    static boolean takes(String path) {
        return PATHS.stream().anyMatch(p -> path.equals(p) || path.startsWith(p + "/"));
    }

    void enter(RoutingContext ctx, String path) {
        var headers = ctx.response().headers();
        if (path.startsWith("/swagger-ui")) {
            SecurityHeaders.forPage(headers, config.secureCookies());
        } else {
            SecurityHeaders.forApi(headers, config.secureCookies());
        }
        if (!Visitor.isSafe(ctx.request())) {
            answers.refuse(ctx, NoRoute.of(ctx.request().method().name(), List.of("GET")));
        } else if (path.startsWith("/metrics") && !isFromHere(ctx)) {
            guard.identify(ctx, found -> metrics(ctx, found));
        } else if (path.equals("/health") && hasToken(ctx)) {
            guard.identify(ctx, found -> health(ctx, found));
        } else if (!page.answered(ctx, path)) {
            onward.toOwn(ctx);
        }
    }

    /** A cookie comes along with anything that a browser asks for, so it does not count. */
    private static boolean hasToken(RoutingContext ctx) {
        var credential = Visitor.credential(ctx.request());
        return !(credential instanceof Credential.None)
                && !(credential instanceof Credential.Cookie);
    }

    /**
     * It asks the services as any other request with a credential does, so it is counted as one.
     */
    private void health(RoutingContext ctx, Optional<Identity> found) {
        Identity identity = found.orElseThrow(Unauthenticated::new);
        PasswordDue.requireNone(identity);
        guard.counted(ctx, identity, LimitClass.READ, () -> onward.toOwn(ctx));
    }

    private void metrics(RoutingContext ctx, Optional<Identity> found) {
        Identity identity = found.orElseThrow(Unauthenticated::new);
        PasswordDue.requireNone(identity);
        if (!identity.mayEverywhere(Permission.USER_MANAGE)) {
            throw new Forbidden("You may not do this: it needs USER_MANAGE.");
        }
        onward.toOwn(ctx);
    }

    private static boolean isFromHere(RoutingContext ctx) {
        var headers = ctx.request().headers();
        boolean direct = !headers.contains("X-Forwarded-For") && !headers.contains("Forwarded");
        SocketAddress address = ctx.request().remoteAddress();
        return direct && address != null && isLoopback(address.hostAddress());
    }

    /** A literal address, so nothing is looked up. */
    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
