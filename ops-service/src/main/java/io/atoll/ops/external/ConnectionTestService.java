package io.atoll.ops.external;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.contracts.connection.ConnectionTest.Stage;
import io.atoll.contracts.connection.ConnectionTestOrder;
import io.atoll.contracts.connection.Sealed;
import io.atoll.kit.refusal.Unauthenticated;
import io.atoll.kit.refusal.Unavailable;
import io.atoll.kit.seal.Unsealable;
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

    ConnectionTest test(Sealed sealed) {
        var order = proven(sealed);
        if (!turns.tryAcquire()) {
            throw new Unavailable("Too many connection tests at once. Try again soon.");
        }
        try {
            return probe.test(vault.open(order));
        } catch (Unsealable e) {
            return ConnectionTest.failed(
                    Stage.AUTHENTICATION,
                    null,
                    "The credentials of cluster '%s' cannot be opened here; give them again."
                            .formatted(order.clusterId()));
        } finally {
            turns.release();
        }
    }

    private ConnectionTestOrder proven(Sealed sealed) {
        try {
            return vault.order(sealed);
        } catch (Unsealable | IllegalArgumentException | JsonProcessingException e) {
            throw new Unauthenticated();
        }
    }
}
