package io.atoll.registry.external;

import io.atoll.contracts.connection.ConnectionTestOrder;
import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.HeldCredentials;
import io.atoll.contracts.connection.SealContext;
import io.atoll.contracts.connection.Sealed;
import io.atoll.contracts.connection.Secret;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.kit.outbox.StoredJson;
import io.atoll.kit.seal.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Puts secrets under seal. Nothing here opens one. */
@ApplicationScoped
public class Vault {

    private final Seal seal;
    private final StoredJson json;

    Vault(Seal seal, StoredJson json) {
        this.seal = seal;
        this.json = json;
    }

    public HeldCredentials hold(String clusterId, Connection connection, Instant now) {
        Credentials<Secret> given = connection.credentials();
        var context = new SealContext(clusterId, connection.bootstrapServers(), given);
        var secrets = new StringBuilder();
        given.secrets()
                .forEach(
                        (field, secret) ->
                                secrets.append(field).append('\n').append(secret.text()));
        return new HeldCredentials(
                given.map((field, secret) -> seal.seal(secret, context.of(field))),
                secrets.isEmpty() ? null : seal.fingerprint(secrets.toString()),
                now);
    }

    /** The same under the first key of today; equal where they are under it already. */
    public ExternalKafkaSpec rewrap(ExternalKafkaSpec spec) {
        var held = spec.credentials();
        return held == null
                ? spec
                : new ExternalKafkaSpec(
                        spec.bootstrapServers(), rewrap(held), spec.clientProperties());
    }

    private HeldCredentials rewrap(HeldCredentials held) {
        return new HeldCredentials(
                held.sealed().map((field, secret) -> seal.rewrap(secret)),
                held.fingerprint(),
                held.setAt());
    }

    /** Reads the keys again; answers the id of the one that seals. */
    public String refresh() {
        return seal.refresh();
    }

    /** Reads the keys again where they can be read; else those that are known stay. */
    public void renew() {
        seal.renew();
    }

    Sealed order(ConnectionTestOrder order) {
        return seal.seal(new Secret(json.write(order)), ConnectionTestOrder.CONTEXT);
    }
}
