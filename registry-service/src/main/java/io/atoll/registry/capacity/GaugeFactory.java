package io.atoll.registry.capacity;

import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.contracts.runtime.RuntimesObserved;
import io.atoll.registry.capacity.Taken.Sum;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds a change against everything that limits it. Pure. */
final class GaugeFactory {

    /** A node that runs for so long has taken the memory that it takes at rest. */
    private static final Duration SETTLING = Duration.ofSeconds(10);

    /** A cluster has its ports soon after it was asked for. */
    private static final Duration ALLOCATION = Duration.ofSeconds(1);

    private final Taken taken;
    private final @Nullable Stake before;
    private final @Nullable Stake after;

    /**
     * @param before absent for a new cluster
     * @param after absent where nothing changes
     */
    GaugeFactory(Taken taken, @Nullable Stake before, @Nullable Stake after) {
        this.taken = taken;
        this.before = before;
        this.after = after;
    }

    /** What started later than this is not in the figures of the report. */
    static Instant settled(RuntimesObserved report) {
        return report.observedAt().minus(SETTLING);
    }

    /** Ports of clusters that were made later than this are not. */
    static Instant counted(RuntimesObserved report) {
        return report.observedAt().minus(ALLOCATION);
    }

    /** All runtimes of a report share one machine. */
    List<Gauge> machine(RuntimesObserved report) {
        Optional<RuntimeView> machine =
                report.runtimes().stream().filter(r -> r.memoryTotalBytes() > 0).findFirst();
        List<Gauge> gauges = new ArrayList<>();
        machine.ifPresent(
                view -> {
                    gauges.add(memory(view, settled(report)));
                    gauges.add(disk(view));
                });
        if (report.portsTotal() > 0) {
            gauges.add(ports(report));
        }
        return gauges;
    }

    private Gauge memory(RuntimeView view, Instant settled) {
        long used = view.memoryTotalBytes() - view.memoryFreeBytes();
        long inPlace = before == null ? 0 : before.settledMemoryBytes(settled);
        long wanted = after == null ? 0 : after.memoryBytes() - inPlace;
        long starting = before == null ? 0 : before.memoryBytes() - inPlace;
        return new Gauge(
                new Scope.Machine(),
                Resource.MEMORY,
                used + taken.startingMemoryBytes(),
                starting,
                wanted,
                view.memoryTotalBytes());
    }

    private Gauge disk(RuntimeView view) {
        return new Gauge(
                new Scope.Machine(),
                Resource.DISK,
                taken.newDiskBytes(),
                own(before, s -> s.need().diskBytes()),
                own(after, s -> s.need().diskBytes()),
                view.diskFreeBytes());
    }

    private Gauge ports(RuntimesObserved report) {
        long held = before != null && before.holdsPorts() ? before.need().ports() : 0;
        return new Gauge(
                new Scope.Machine(),
                Resource.PORTS,
                report.portsTotal() - report.portsFree() - held + taken.newPorts(),
                own(before, s -> s.need().ports()),
                own(after, s -> s.need().ports()),
                report.portsTotal());
    }

    List<Gauge> all(Quota quota) {
        return quota(new Scope.All(), quota, taken.all(), true);
    }

    List<Gauge> environment(String name, Quota quota) {
        boolean wasThere = before != null && before.environment().equals(name);
        return quota(new Scope.Environment(name), quota, taken.environment(), wasThere);
    }

    List<Gauge> user(String name, Quota quota) {
        return quota(new Scope.User(name), quota, taken.user(), true);
    }

    private List<Gauge> quota(Scope scope, Quota quota, Sum others, boolean wasThere) {
        Stake old = wasThere ? before : null;
        List<Gauge> gauges = new ArrayList<>();
        quota.clusters()
                .ifPresent(
                        limit ->
                                gauges.add(
                                        new Gauge(
                                                scope,
                                                Resource.CLUSTERS,
                                                others.clusters(),
                                                own(old, _ -> 1L),
                                                own(after, _ -> 1L),
                                                limit)));
        quota.memoryBytes()
                .ifPresent(
                        limit ->
                                gauges.add(
                                        new Gauge(
                                                scope,
                                                Resource.MEMORY,
                                                others.memoryBytes(),
                                                own(old, Stake::memoryBytes),
                                                own(after, Stake::memoryBytes),
                                                limit)));
        return gauges;
    }

    private static long own(@Nullable Stake stake, Function<Stake, ? extends Number> part) {
        return stake == null ? 0 : part.apply(stake).longValue();
    }
}
