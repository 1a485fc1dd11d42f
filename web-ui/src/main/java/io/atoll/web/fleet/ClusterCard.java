package io.atoll.web.fleet;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.spec.Origin;
import io.atoll.contracts.status.Condition;
import io.atoll.web.look.EnvironmentLook;
import io.atoll.web.look.PhaseLook;
import io.atoll.web.look.Ring;
import io.atoll.web.usage.UsageLook;
import org.jspecify.annotations.Nullable;

/**
 * One cluster of the fleet.
 *
 * @param usage absent where it is not known
 */
public record ClusterCard(
        ClusterView cluster,
        PhaseLook look,
        EnvironmentLook environment,
        Ring ring,
        @Nullable UsageLook usage,
        boolean mayStart,
        boolean mayStop) {

    static ClusterCard of(ClusterView cluster, @Nullable UsageLook usage) {
        boolean still =
                !cluster.deleting() && !cluster.readOnly() && cluster.origin() == Origin.MANAGED;
        return new ClusterCard(
                cluster,
                PhaseLook.of(cluster),
                EnvironmentLook.of(cluster.environment()),
                Ring.of(cluster),
                usage,
                still && !cluster.running() && cluster.permits(Permission.CLUSTER_START),
                still && cluster.running() && cluster.permits(Permission.CLUSTER_STOP));
    }

    /** Bootstrap servers, absent until they are known. */
    public @Nullable String bootstrap() {
        return cluster.status().endpoints().get("kafka");
    }

    /** The reason of the first condition that does not hold, in words; absent where all is well. */
    public @Nullable String trouble() {
        return switch (look.tone()) {
            case WARN, BAD, BUSY ->
                    cluster.status().conditions().stream()
                            .filter(c -> c.status() != Condition.Status.TRUE)
                            .map(Condition::message)
                            .findFirst()
                            .orElse(null);
            case OK, OFF -> null;
        };
    }
}
