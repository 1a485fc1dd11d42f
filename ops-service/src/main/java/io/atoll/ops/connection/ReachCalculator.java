package io.atoll.ops.connection;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.Condition;
import io.atoll.contracts.status.ConditionType;
import io.atoll.contracts.status.Phase;
import io.atoll.ops.connection.Reach.At;
import io.atoll.ops.connection.Reach.Closed;
import io.atoll.ops.connection.Reach.Opening;
import org.jspecify.annotations.Nullable;

/// Decides from spec and status whether a cluster can be talked to. Pure.
final class ReachCalculator {

    private ReachCalculator() {}

    /// @param endpoint name of the endpoint that holds the bootstrap servers
    static Reach of(ClusterDesired desired, @Nullable ClusterStatus status, String endpoint) {
        var cluster = "Cluster '" + desired.id() + "' ";
        if (desired.deleted()) {
            return new Closed(cluster + "is being deleted.");
        }
        return switch (desired.spec()) {
            case KafkaSpec kafka -> managed(cluster, kafka, status, endpoint);
            case ExternalKafkaSpec external ->
                    new At(String.join(",", external.bootstrapServers()), 0, external);
        };
    }

    private static Reach managed(
            String cluster, KafkaSpec spec, @Nullable ClusterStatus status, String endpoint) {
        if (!spec.running()) {
            return new Closed(cluster + stopped(status));
        }
        if (status == null) {
            return new Opening(cluster + "is still starting.");
        }
        return switch (status.phase()) {
            case RUNNING, DEGRADED -> at(cluster, spec, status, endpoint);
            case PENDING, CREATING, STOPPING, STOPPED ->
                    new Opening(cluster + "is still starting." + why(status));
            case DELETING -> new Closed(cluster + "is being deleted.");
            case FAILED -> new Closed(cluster + "has failed." + why(status));
        };
    }

    private static Reach at(String cluster, KafkaSpec spec, ClusterStatus status, String endpoint) {
        var bootstrap = status.endpoints().get(endpoint);
        return bootstrap == null
                ? new Opening(cluster + "is still starting: its address is not known yet.")
                : new At(bootstrap, spec.dataEpoch());
    }

    private static String stopped(@Nullable ClusterStatus status) {
        return status == null || status.phase() == Phase.STOPPED
                ? "is stopped. Start it to use it."
                : "is being stopped.";
    }

    private static String why(ClusterStatus status) {
        return status.conditions().stream()
                .filter(c -> c.type().equals(ConditionType.READY))
                .filter(c -> c.status() != Condition.Status.TRUE && !c.message().isBlank())
                .findFirst()
                .map(c -> " " + c.message())
                .orElse("");
    }
}
