package io.atoll.ops.endpoint;

import io.atoll.contracts.connection.ClientProperty;
import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.contracts.connection.ConnectionTest.Stage;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.kit.seal.Unsealable;
import io.atoll.ops.outbound.LookupGuard;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cluster that runs elsewhere. Its secrets are opened with each set of clients and kept no
 * longer.
 */
final class ExternalEndpoint implements Endpoint {

    private final String clusterId;
    private final ExternalKafkaSpec spec;
    private final CredentialVault vault;
    private final ConnectionProbe probe;
    private volatile @Nullable Verified opened;

    private record Verified(Access access, LookupGuard guard) {}

    ExternalEndpoint(
            String clusterId,
            ExternalKafkaSpec spec,
            CredentialVault vault,
            ConnectionProbe probe) {
        this.clusterId = clusterId;
        this.spec = spec;
        this.vault = vault;
        this.probe = probe;
    }

    @Override
    public String bootstrap() {
        return String.join(",", spec.bootstrapServers());
    }

    @Override
    public void verify() throws IOException {
        var access = open();
        var found = probe.probe(access);
        opened = new Verified(access, probe.guard(access, found));
    }

    ConnectionTest look() throws ProbeFailed {
        return probe.probe(open());
    }

    private Access open() throws ProbeFailed {
        try {
            return vault.open(clusterId, spec);
        } catch (Unsealable e) {
            throw new ProbeFailed(
                    Stage.AUTHENTICATION,
                    null,
                    "The credentials of cluster '%s' cannot be opened here; give them again."
                            .formatted(clusterId));
        }
    }

    @Override
    public Map<String, Object> settings() {
        return ClientSecurity.settings(verified().access());
    }

    @Override
    public <T> T guarded(Supplier<T> work) {
        return verified().guard().in(work);
    }

    private Verified verified() {
        var verified = opened;
        if (verified == null) {
            throw new IllegalStateException("not verified: " + clusterId);
        }
        return verified;
    }

    @Override
    public String clientName() {
        return spec.clientProperties().getOrDefault(ClientProperty.CLIENT_ID.key(), "atoll");
    }
}
