package io.atoll.ops.endpoint;

import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes endpoints of registered clusters. */
@ApplicationScoped
public class Endpoints {

    private final CredentialVault vault;
    private final ConnectionProbe probe;

    Endpoints(CredentialVault vault, ConnectionProbe probe) {
        this.vault = vault;
        this.probe = probe;
    }

    /**
     * What a look at the cluster finds; a failure is an answer. Blocks: call on a virtual thread.
     */
    public ConnectionTest test(String clusterId, ExternalKafkaSpec spec) {
        try {
            return new ExternalEndpoint(clusterId, spec, vault, probe).look();
        } catch (ProbeFailed e) {
            return new ConnectionTest(false, e.failure(), null, List.of());
        }
    }

    public Endpoint external(String clusterId, ExternalKafkaSpec spec) {
        return new ExternalEndpoint(clusterId, spec, vault, probe);
    }
}
