package io.atoll.web.usage;

import static io.atoll.web.shell.Figures.bytes;
import static io.atoll.web.shell.Figures.cores;

import io.atoll.contracts.runtime.UsageView;
import java.time.Instant;
import java.util.List;

/** One cluster's usage as shown on cards and pages. */
public record UsageLook(
        Meter cpu,
        Meter memory,
        Meter disk,
        Sparkline cpuLine,
        Sparkline memoryLine,
        Instant sampledAt) {

    public static UsageLook of(UsageView now, List<UsageView> history, Machine machine) {
        long disk = machine.diskFree() > 0 ? machine.diskFree() + now.diskBytes() : 0;
        return new UsageLook(
                Meter.of(
                        "CPU",
                        cores(now.cpuCores()),
                        now.cpuCores(),
                        machine.cpuCores(),
                        machine.cpuCores() + " cores"),
                Meter.of(
                        "Memory",
                        bytes(now.memoryBytes()),
                        (double) now.memoryBytes(),
                        (double) machine.memoryBytes(),
                        bytes(machine.memoryBytes())),
                Meter.of(
                        "Disk",
                        bytes(now.diskBytes()),
                        (double) now.diskBytes(),
                        (double) disk,
                        bytes(disk)),
                Sparkline.of(history.stream().map(UsageView::cpuCores).toList(), 0.25),
                Sparkline.of(
                        history.stream().map(u -> (double) u.memoryBytes()).toList(),
                        now.memoryBytes() * 1.25),
                now.sampledAt());
    }
}
