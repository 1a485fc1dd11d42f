package io.atoll.ops.external;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.contracts.connection.Sealed;
import io.atoll.kit.problem.Unauthenticated;
import io.atoll.kit.problem.Unavailable;
import io.atoll.kit.seal.Unsealable;
import io.atoll.ops.endpoint.Access;
import io.atoll.ops.endpoint.ConnectionProbe;
import io.atoll.ops.endpoint.CredentialVault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/** Tests connections that the registry orders; stores nothing. Call on a virtual thread. */
@ApplicationScoped
class ConnectionTestService {

    private final CredentialVault vault;
    private final ConnectionProbe probe;
    private final Semaphore turns;

    ConnectionTestService(CredentialVault vault, ConnectionProbe probe, ExternalConfig config) {
        this.vault = vault;
        this.probe = probe;
        this.turns = new Semaphore(config.tests());
    }

    ConnectionTest test(Sealed order) {
        var access = opened(order);
        if (!turns.tryAcquire()) {
            throw new Unavailable("Too many connection tests at once. Try again soon.");
        }
        try {
            return probe.test(access);
        } finally {
            turns.release();
        }
    }

    private Access opened(Sealed order) {
        try {
            return vault.order(order);
        } catch (Unsealable | IllegalArgumentException | JsonProcessingException e) {
            throw new Unauthenticated();
        }
    }
}
