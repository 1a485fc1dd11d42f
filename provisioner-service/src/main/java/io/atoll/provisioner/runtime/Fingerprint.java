package io.atoll.provisioner.runtime;

import io.atoll.contracts.spec.ClusterKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a runtime can be used now, and what it has.
///
/// @param reason why it cannot be used, one plain sentence; absent where it can
/// @param companions optional parts that it can run beside a cluster
public record Fingerprint(
        @Nullable String reason,
        @Nullable String version,
        List<ClusterKind> kinds,
        List<String> companions,
        Capacity capacity) {

    public Fingerprint {
        kinds = List.copyOf(kinds);
        companions = List.copyOf(companions);
    }

    public boolean isHealthy() {
        return reason == null;
    }

    public record Capacity(
            int cpuCores, long memoryTotalBytes, long memoryFreeBytes, long diskFreeBytes) {}
}
