package io.atoll.ops.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.connection.ConnectionTestOrder;
import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.SealContext;
import io.atoll.contracts.connection.Sealed;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.kit.seal.Seal;
import io.atoll.kit.seal.Unsealable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The only place where credentials are opened. */
@ApplicationScoped
public class CredentialVault {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Seal seal;
    private final ObjectMapper mapper;
    private final Clock clock;

    CredentialVault(Seal seal, ObjectMapper mapper, Clock clock) {
        this.seal = seal;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * @throws Unsealable where key, cluster, addresses or protocol are not those of the seal
     */
    Access open(String clusterId, ExternalKafkaSpec spec) {
        var held = spec.credentials();
        return held == null
                ? new Access(
                        spec.bootstrapServers(), new Credentials.None<>(), spec.clientProperties())
                : open(clusterId, spec.bootstrapServers(), held.sealed(), spec.clientProperties());
    }

    /**
     * What the registry orders to be tried.
     *
     * @throws Unsealable where it does not come from the registry
     * @throws IllegalArgumentException where it is older than a minute
     */
    public ConnectionTestOrder order(Sealed sealed) throws JsonProcessingException {
        var text = seal.open(sealed, ConnectionTestOrder.CONTEXT).text();
        var order = mapper.readValue(text, ConnectionTestOrder.class);
        if (Duration.between(order.issuedAt(), clock.instant()).abs().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The order is too old.");
        }
        return order;
    }

    /**
     * @throws Unsealable where the key of its secrets is not here
     */
    public Access open(ConnectionTestOrder order) {
        return open(
                order.clusterId(),
                order.bootstrapServers(),
                order.credentials(),
                order.clientProperties());
    }

    private Access open(
            String clusterId,
            List<String> servers,
            Credentials<Sealed> sealed,
            Map<String, String> properties) {
        var context = new SealContext(clusterId, servers, sealed);
        return new Access(
                servers,
                sealed.map((field, secret) -> seal.open(secret, context.of(field))),
                properties);
    }
}
