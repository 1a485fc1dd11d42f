package io.atoll.ops.external;

import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.contracts.connection.ConnectionTest.Stage;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.ops.connection.ClusterDirectory;
import io.atoll.ops.connection.Connections;
import io.atoll.ops.connection.DirectoryCatchUp;
import io.atoll.ops.connection.KnownCluster;
import io.atoll.ops.endpoint.Endpoints;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Looks at one cluster that runs elsewhere. Blocks: call on a virtual thread. */
@ApplicationScoped
class Look {

    private final ClusterDirectory directory;
    private final DirectoryCatchUp catchUp;
    private final Connections connections;
    private final Endpoints endpoints;

    Look(
            ClusterDirectory directory,
            DirectoryCatchUp catchUp,
            Connections connections,
            Endpoints endpoints) {
        this.directory = directory;
        this.catchUp = catchUp;
        this.connections = connections;
        this.endpoints = endpoints;
    }

    /** What was found of a cluster. */
    record Seen(ClusterDesired desired, ExternalKafkaSpec spec, ConnectionTest test) {}

    /** Empty where there is no such cluster any more, or Atoll runs it. */
    Optional<Seen> at(String id) {
        if (find(id).isEmpty()) {
            catchUp.toPresent();
        }
        return find(id).map(this::seen);
    }

    private Optional<ClusterDesired> find(String id) {
        return directory
                .find(id)
                .map(KnownCluster::desired)
                .filter(d -> d.spec() instanceof ExternalKafkaSpec && !d.deleted());
    }

    private Seen seen(ClusterDesired desired) {
        var spec = (ExternalKafkaSpec) desired.spec();
        var test = endpoints.test(desired.id(), spec);
        var failure = test.failure();
        if (failure != null && failure.stage() == Stage.POLICY) {
            connections.recheck(desired.id());
        }
        return new Seen(desired, spec, test);
    }
}
