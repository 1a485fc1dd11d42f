package io.atoll.provisioner.runtime;

/// One change that a runtime makes on the way to what is desired. Each can be repeated.
public sealed interface Step {

    /// Makes the place of the cluster, for data of this epoch.
    record CreateCluster(ClusterId id, long dataEpoch) implements Step {}

    /// Notes that a node ended: as a crash with a pause before the next start, or as
    /// asked for.
    record SettleEnd(ClusterId id, String node) implements Step {}

    record StartNode(ClusterId id, NodeBlueprint node) implements Step {}

    /// Tells a node to end; by force at once, or when it does not end in time.
    record StopNode(ClusterId id, String node, String run, boolean force) implements Step {}

    /// Tells a node to end that gives no answer, as {@link StopNode} does, and notes that this is
    /// why.
    record EndHung(ClusterId id, String node, String run) implements Step {}

    /// Ends what should not run beside the node's own.
    record KillStray(ClusterId id, String node, String run) implements Step {}

    /// Removes what is left of a node that does not run and stands in no blueprint any more.
    record RemoveNode(ClusterId id, String node) implements Step {}

    /// Removes the data of an older epoch; no node runs.
    record WipeData(ClusterId id, long dataEpoch) implements Step {}

    /// Removes or sets aside all that is left; no node runs.
    record RemoveCluster(ClusterId id, DesiredCluster.Leftovers leftovers) implements Step {}
}
