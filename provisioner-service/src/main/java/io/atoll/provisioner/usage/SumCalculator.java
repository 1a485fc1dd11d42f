package io.atoll.provisioner.usage;

import io.atoll.contracts.runtime.UsageSum;
import io.atoll.contracts.runtime.UsageView;
import io.atoll.contracts.spec.ClusterDesired;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Adds up what clusters are promised and what they take. Pure. */
final class SumCalculator {

    private SumCalculator() {}

    /** One cluster: what it is, and what it takes. */
    record Share(ClusterDesired cluster, UsageView usage) {}

    /** Sums by name, in the order of the names. */
    static List<UsageSum> by(Function<ClusterDesired, String> name, List<Share> shares) {
        Map<String, List<Share>> groups =
                shares.stream()
                        .collect(
                                Collectors.groupingBy(
                                        share -> name.apply(share.cluster()),
                                        TreeMap::new,
                                        Collectors.toList()));
        return groups.entrySet().stream().map(g -> sum(g.getKey(), g.getValue())).toList();
    }

    private static UsageSum sum(String name, List<Share> shares) {
        var usages = shares.stream().map(Share::usage).toList();
        return new UsageSum(
                name,
                shares.size(),
                (int) shares.stream().filter(share -> share.cluster().spec().running()).count(),
                usages.stream().mapToLong(UsageView::promisedMemoryBytes).sum(),
                usages.stream().mapToLong(UsageView::promisedDiskBytes).sum(),
                round(usages.stream().mapToDouble(UsageView::cpuCores).sum()),
                usages.stream().mapToLong(UsageView::memoryBytes).sum(),
                usages.stream().mapToLong(UsageView::diskBytes).sum());
    }

    private static double round(double cores) {
        return Math.round(cores * 1000) / 1000.0;
    }
}
