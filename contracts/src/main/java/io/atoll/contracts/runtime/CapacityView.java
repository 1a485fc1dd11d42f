package io.atoll.contracts.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much there is and how much of it is taken: the machine first, then the quotas that are set.
 *
 * @param warnings one sentence for each limit of which 80 % or more are taken
 */
public record CapacityView(List<Limit> limits, List<String> warnings) {

    public CapacityView {
        limits = List.copyOf(limits);
        warnings = List.copyOf(warnings);
    }

    /**
     * @param scope machine, all, environment or user
     * @param name of the environment or user; absent for machine and all
     * @param resource clusters, memory_bytes, disk_bytes or ports: it is the unit of the figures
     * @param taken in use, or promised to clusters that are starting
     */
    public record Limit(
            String scope, @Nullable String name, String resource, long taken, long limit) {}
}
