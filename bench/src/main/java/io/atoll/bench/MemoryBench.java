package io.atoll.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Memory of all processes of an idle suite, as the kernel counts it. */
final class MemoryBench implements Bench {
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final double KILOBYTES_OF_A_MEGABYTE = 1024;

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        try (var stack = Stack.warm()) {
            LockSupport.parkNanos(SETTLING.toNanos());
            report.begin("memory");
            var resident = 0.0;
            var proportional = 0.0;
            for (long pid : Proc.of(stack.home()).toList()) {
                var rss = megabytes(pid, "Rss:");
                var pss = megabytes(pid, "Pss:");
                resident += rss;
                proportional += pss;
                report.figure(name(pid), text(rss, pss));
            }
            report.figure("sum", text(resident, proportional));
        }
    }

    private static String text(double resident, double proportional) {
        return "%.0f MB RSS, %.0f MB PSS".formatted(resident, proportional);
    }

    /** The jar or main class that runs, else the program. */
    private static String name(long pid) {
        return Proc.command(pid).stream()
                .filter(w -> w.endsWith("runner.jar") || w.startsWith("io.atoll."))
                .map(w -> w.substring(w.lastIndexOf('/') + 1))
                .findFirst()
                .orElseGet(() -> Proc.command(pid).getFirst());
    }

    private static double megabytes(long pid, String field) {
        return Proc.read(pid, "smaps_rollup")
                        .lines()
                        .filter(line -> line.startsWith(field))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                        .sum()
                / KILOBYTES_OF_A_MEGABYTE;
    }
}
