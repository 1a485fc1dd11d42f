package io.atoll.web.fleet;

import io.atoll.contracts.runtime.CapacityView;
import io.atoll.contracts.runtime.CapacityView.Limit;
import io.atoll.contracts.runtime.UsageSum;
import io.atoll.web.shell.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much room there is for more clusters.
 *
 * @param away why it is not known; absent where it is
 */
public record CapacityLook(
        List<Row> rows, List<Sum> environments, List<String> warnings, @Nullable String away) {

    /** Of a hundred: from here on a bar warns. */
    private static final int NEAR = 80;

    /**
     * One limit.
     *
     * @param of what it is measured against: "of 23 GB"
     */
    public record Row(String label, String figure, String of, int percent) {
        public boolean isNear() {
            return percent >= NEAR;
        }
    }

    /** What the clusters of one environment are promised and what they take. */
    public record Sum(
            String name, int clusters, int running, String promised, String memory, String disk) {}

    static CapacityLook of(Room room) {
        CapacityView capacity = room.capacity().or(new CapacityView(List.of(), List.of()));
        return new CapacityLook(
                capacity.limits().stream().map(CapacityLook::row).toList(),
                room.environments().or(List.of()).stream().map(CapacityLook::sum).toList(),
                capacity.warnings(),
                room.capacity().reason());
    }

    public boolean isEmpty() {
        return rows.isEmpty() && away == null;
    }

    private static Row row(Limit limit) {
        long percent = limit.limit() == 0 ? 100 : limit.taken() * 100 / limit.limit();
        return new Row(
                label(limit),
                figure(limit.resource(), limit.taken()),
                "of " + figure(limit.resource(), limit.limit()),
                Math.clamp(percent, 0, 100));
    }

    private static String label(Limit limit) {
        String what =
                switch (limit.resource()) {
                    case "memory_bytes" -> "Memory";
                    case "disk_bytes" -> "Disk of starting clusters";
                    case "ports" -> "Ports";
                    case "clusters" -> "Clusters";
                    default -> limit.resource();
                };
        return switch (limit.scope()) {
            case "machine" -> what;
            case "all" -> what + ", quota";
            default -> what + ", quota of " + limit.name();
        };
    }

    private static String figure(String resource, long amount) {
        return resource.endsWith("_bytes") ? Figures.bytes(amount) : Figures.grouped(amount);
    }

    private static Sum sum(UsageSum sum) {
        return new Sum(
                sum.name(),
                sum.clusters(),
                sum.running(),
                Figures.bytes(sum.promisedMemoryBytes()),
                Figures.bytes(sum.memoryBytes()),
                Figures.bytes(sum.diskBytes()));
    }
}
