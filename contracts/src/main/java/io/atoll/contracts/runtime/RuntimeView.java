package io.atoll.contracts.runtime;

import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.spec.RuntimeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A runtime's fingerprint: whether it can be used now and what it has.
 *
 * @param reason why it cannot be used; absent where it can
 * @param healthy true: new clusters can be made there now
 * @param companions optional parts that it can run: {@code rest_proxy}, {@code ui}
 * @param isDefault true: clusters that name no runtime go there
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
        long diskFreeBytes,
        boolean isDefault) {}
