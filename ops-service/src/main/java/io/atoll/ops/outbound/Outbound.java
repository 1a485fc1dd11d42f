package io.atoll.ops.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks names up under the operator's rules. Whoever connects to the addresses that are answered,
 * and looks nothing up again, connects to nothing that is refused. Blocks: call on a virtual
 * thread.
 */
@ApplicationScoped
public class Outbound {

    private final AddressPolicy policy;
    private final Backbone backbone;
    private final Lookup lookup;
    private final List<String> oauthUrls;

    /** Every address of a name. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    @Inject
    public Outbound(
            OutboundConfig config,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String database,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this(
                new AddressPolicy(
                        config.allowLoopback(),
                        config.refuse().orElse(List.of()).stream().map(Network::of).toList()),
                new Backbone(
                        Stream.concat(
                                Stream.of(database, kafka),
                                config.backbone().orElse(List.of()).stream())),
                InetAddress::getAllByName,
                config.oauthUrls().orElse(List.of()));
    }

    Outbound(AddressPolicy policy, Backbone backbone, Lookup lookup, List<String> oauthUrls) {
        this.policy = policy;
        this.backbone = backbone;
        this.lookup = lookup;
        this.oauthUrls = List.copyOf(oauthUrls);
    }

    /**
     * All addresses of the host, each of them allowed.
     *
     * @throws OutboundRefused where one of them is not
     */
    public InetAddress[] addresses(String host, int port) throws UnknownHostException {
        var found = lookup.of(host);
        for (var address : found) {
            var refusal = refusal(address, port);
            if (refusal.isPresent()) {
                throw new OutboundRefused(
                        "%s:%d is refused: it is %s.".formatted(host, port, refusal.get()));
            }
        }
        return found;
    }

    /**
     * For clients that look names up themselves.
     *
     * @param ports that they may connect to: a look-up does not tell its port
     */
    public LookupGuard guard(Set<Integer> ports) {
        return new LookupGuard(
                address ->
                        ports.stream()
                                .flatMap(port -> refusal(address, port).stream())
                                .findFirst());
    }

    /** Token endpoints are allowed one by one. */
    public boolean allowsTokenUrl(String url) {
        return oauthUrls.contains(url);
    }

    public List<String> oauthUrls() {
        return oauthUrls;
    }

    private Optional<String> refusal(InetAddress address, int port) {
        return backbone.holds(address, port)
                ? Optional.of("an address of Atoll itself")
                : policy.refusal(address);
    }
}
