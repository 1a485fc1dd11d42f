package io.atoll.provisioner.runtime;

import io.atoll.contracts.cluster.RuntimeName;

/// A place where nodes run. All methods block and are called on virtual threads; calls for one
/// cluster never overlap, calls for different clusters do.
public interface ClusterRuntime {

    RuntimeName name();

    /// Whether this runtime can be used now, and what it has.
    Fingerprint fingerprint();

    /// What exists of a cluster, read from the system itself, never from memory.
    ObservedCluster observe(ClusterId id);

    /// Takes the next few steps from observed to desired and returns without waiting for them.
    Convergence converge(DesiredCluster desired, ObservedCluster observed);
}
