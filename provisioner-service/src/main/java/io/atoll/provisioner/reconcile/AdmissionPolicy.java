package io.atoll.provisioner.reconcile;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.provisioner.port.PortPlan;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.Fingerprint;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.ObservedCluster;
import io.atoll.provisioner.status.Admission;
import java.util.stream.Collectors;

/** Whether a spec can be carried out by a runtime, given what is there already. Pure. */
final class AdmissionPolicy {

    private static final Admission ACCEPTED = new Admission.Accepted();

    private AdmissionPolicy() {}

    static Admission runtime(ClusterDesired desired, Fingerprint runtime) {
        if (runtime.reason() != null) {
            return new Admission.Refused("RuntimeUnavailable", runtime.reason());
        }
        return runtime.kinds().contains(desired.spec().clusterKind())
                ? ACCEPTED
                : new Admission.Refused(
                        "KindNotSupported", "This runtime does not run clusters of this kind.");
    }

    static Admission ports(PortPlan plan) {
        return switch (plan) {
            case PortPlan.Planned _ -> ACCEPTED;
            case PortPlan.Refused(var reason, var message) ->
                    new Admission.Refused(reason, message);
        };
    }

    /**
     * Controllers stay as they were made, and no node goes: its partitions would go with it. A node
     * that follows this very blueprint tells that the cluster is only being made.
     */
    static Admission scale(Blueprint blueprint, ObservedCluster observed) {
        if (observed.dataEpoch() < blueprint.dataEpoch()) {
            return ACCEPTED;
        }
        var wanted = blueprint.members().stream().map(NodeBlueprint::name).toList();
        var known =
                observed.nodes().stream()
                        .map(node -> node.name())
                        .filter(name -> !NodeBlueprint.isCompanion(name))
                        .collect(Collectors.toSet());
        var shrinks = !wanted.containsAll(known);
        var addsControllers =
                blueprint.nodes().stream()
                        .anyMatch(node -> node.isController() && !known.contains(node.name()));
        return shrinks || (addsControllers && followsOther(blueprint, observed))
                ? new Admission.Refused(
                        "ScalingNotSupported",
                        "The number of brokers of this cluster cannot be changed like that.")
                : ACCEPTED;
    }

    private static boolean followsOther(Blueprint blueprint, ObservedCluster observed) {
        return blueprint.members().stream()
                .anyMatch(
                        node ->
                                observed.node(node.name())
                                        .map(found -> found.followed())
                                        .filter(f -> !f.fingerprint().equals(node.fingerprint()))
                                        .isPresent());
    }
}
