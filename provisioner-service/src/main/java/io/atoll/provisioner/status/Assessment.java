package io.atoll.provisioner.status;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.status.PortAllocation;
import io.atoll.provisioner.kind.Readiness;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.Convergence;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.ObservedCluster;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that one look at a cluster found out.
 *
 * @param absence nothing of it should be left
 * @param plan what should be there, absent where that is nothing or not known yet
 * @param missingCompanions what was asked for beside the cluster and cannot be had
 */
public record Assessment(
        ClusterDesired desired,
        boolean absence,
        Admission admission,
        @Nullable Plan plan,
        ObservedCluster observed,
        Convergence convergence,
        Readiness readiness,
        List<String> missingCompanions) {

    public Assessment {
        missingCompanions = List.copyOf(missingCompanions);
    }

    /**
     * @param endpoints by name
     */
    public record Plan(Blueprint blueprint, Map<String, String> endpoints, PortAllocation ports) {}

    /** Nothing is left of a cluster of which nothing should be. */
    public boolean isGone() {
        return absence && convergence instanceof Convergence.Converged;
    }

    /** Nodes should run. */
    public boolean wantsNodes() {
        return !absence && desired.spec().running();
    }

    /** Every node of the cluster that should be there answers. */
    public boolean allAnswer() {
        return plan != null && readiness.quorum() && answer(plan.blueprint().members());
    }

    /** Everything that should stand beside the cluster answers. */
    public boolean companionsAnswer() {
        return plan != null && answer(plan.blueprint().companions());
    }

    private boolean answer(List<NodeBlueprint> nodes) {
        return nodes.stream().allMatch(node -> readiness.answering().contains(node.name()));
    }
}
