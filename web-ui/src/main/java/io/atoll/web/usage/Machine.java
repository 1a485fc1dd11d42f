package io.atoll.web.usage;

import io.atoll.contracts.runtime.RuntimeView;
import java.util.List;

/** What there is to use, as far as known; zero where it is not. */
public record Machine(int cpuCores, long memoryBytes, long memoryFree, long diskFree) {

    public static final Machine UNKNOWN = new Machine(0, 0, 0, 0);

    public static Machine of(List<RuntimeView> runtimes) {
        return runtimes.stream()
                .findFirst()
                .map(
                        r ->
                                new Machine(
                                        r.cpuCores(),
                                        r.memoryTotalBytes(),
                                        r.memoryFreeBytes(),
                                        r.diskFreeBytes()))
                .orElse(UNKNOWN);
    }
}
