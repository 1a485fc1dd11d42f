package io.atoll.web.fleet;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.runtime.UsageView;
import io.atoll.web.look.PhaseLook;
import io.atoll.web.look.Tone;
import io.atoll.web.shell.Figures;
import io.atoll.web.usage.Machine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The strip above the cards. */
public record FleetSummary(List<Count> counts, List<Total> totals) {

    /** How many clusters fare so; a filter when clicked. */
    public record Count(String word, String icon, Tone tone, long number) {}

    /**
     * @param of what there is in all; empty where not known
     */
    public record Total(String label, String figure, String of, int percent) {}

    /**
     * @param usages absent where they are not known
     */
    static FleetSummary of(
            List<ClusterView> clusters, @Nullable List<UsageView> usages, Machine machine) {
        return new FleetSummary(
                List.of(
                        count("Running", "check", Tone.OK, clusters),
                        count("Changing", "spinner", Tone.BUSY, clusters),
                        count("Degraded", "alert", Tone.WARN, clusters),
                        count("Failed", "cross", Tone.BAD, clusters),
                        count("Stopped", "stop", Tone.OFF, clusters)),
                usages == null ? List.of() : totals(usages, machine));
    }

    private static Count count(String word, String icon, Tone tone, List<ClusterView> clusters) {
        long number = clusters.stream().filter(c -> PhaseLook.of(c).tone() == tone).count();
        return new Count(word, icon, tone, number);
    }

    private static List<Total> totals(List<UsageView> usages, Machine machine) {
        double cpu = usages.stream().mapToDouble(UsageView::cpuCores).sum();
        long memory = usages.stream().mapToLong(UsageView::memoryBytes).sum();
        long disk = usages.stream().mapToLong(UsageView::diskBytes).sum();
        boolean known = machine.memoryBytes() > 0;
        List<Total> totals = new ArrayList<>();
        totals.add(
                new Total(
                        "Memory",
                        Figures.bytes(memory),
                        known ? "of " + Figures.bytes(machine.memoryBytes()) : "",
                        percent((double) memory, (double) machine.memoryBytes())));
        totals.add(
                new Total(
                        "CPU",
                        Figures.cores(cpu),
                        known ? "of " + machine.cpuCores() + " cores" : "cores",
                        percent(cpu, machine.cpuCores())));
        totals.add(
                new Total(
                        "Disk",
                        Figures.bytes(disk),
                        known ? Figures.bytes(machine.diskFree()) + " free" : "",
                        percent((double) disk, (double) (disk + machine.diskFree()))));
        return List.copyOf(totals);
    }

    private static int percent(double part, double whole) {
        return whole > 0 ? Math.clamp(Math.round(part / whole * 100), 0, 100) : 0;
    }
}
