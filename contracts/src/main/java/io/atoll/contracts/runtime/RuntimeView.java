package io.atoll.contracts.runtime;

import io.atoll.contracts.cluster.ClusterKind;
import io.atoll.contracts.cluster.RuntimeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A runtime's fingerprint: whether it can be used now and what it has.
 *
 * @param reason why it cannot be used; absent where it can
 * @param companions optional parts that it can run: {@code rest_proxy}, {@code ui}
 */
public record RuntimeView(
        RuntimeName name,
        boolean healthy,
        @Nullable String reason,
        @Nullable String version,
        List<ClusterKind> kinds,
        List<String> companions,
        int cpuCores,
        long memoryTotalBytes,
        long memoryFreeBytes,
        long diskFreeBytes) {}
