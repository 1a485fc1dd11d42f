package io.atoll.provisioner.runtime;

import java.util.List;

/// Ability of a runtime to tell what its nodes take from the machine.
public interface UsageSource {

    /// Every node that exists.
    List<Measure> measure(ClusterId id);

    /// Bytes on disk; slow for large clusters.
    long diskBytes(ClusterId id, String node);

    /// @param run empty for a node that does not run
    /// @param cpuMillis processor time since the run began
    record Measure(String node, String run, long cpuMillis, long memoryBytes) {}
}
