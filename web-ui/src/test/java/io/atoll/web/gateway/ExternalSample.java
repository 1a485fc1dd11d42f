package io.atoll.web.gateway;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.connection.CredentialsView;
import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.spec.ClusterNeed;
import io.atoll.contracts.spec.Origin;
import io.atoll.contracts.status.Phase;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A cluster that Atoll does not run, as the API answers it. */
public final class ExternalSample {

    private ExternalSample() {}

    /** A read-only cluster that runs elsewhere. */
    public static ClusterView external(String id, String name) {
        return external(id, name, Samples.privileges(Role.ADMIN));
    }

    public static ClusterView external(String id, String name, Set<Permission> privileges) {
        ClusterView like = Samples.cluster(id, name, Phase.RUNNING);
        return new ClusterView(
                id,
                name,
                null,
                ClusterKind.KAFKA,
                Origin.EXTERNAL,
                "prod",
                null,
                null,
                null,
                1,
                true,
                false,
                1,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                List.of(),
                new ClusterNeed(0, 0, 0),
                like.createdAt(),
                like.createdAt(),
                "ada",
                true,
                List.of("kafka-1.example:9093"),
                new CredentialsView(
                        "scram-sha-512", "atoll<b>", true, "89abcdef01234567", like.createdAt()),
                Map.of("client.id", "x"),
                like.status(),
                privileges);
    }
}
