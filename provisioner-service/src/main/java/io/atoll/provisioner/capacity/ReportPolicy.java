package io.atoll.provisioner.capacity;

import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.contracts.runtime.RuntimesObserved;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a look at the machine is worth telling. Pure. */
final class ReportPolicy {

    /** A smaller change of free memory or disk is noise. */
    private static final long NOISE_BYTES = 32L << 20;

    private ReportPolicy() {}

    /**
     * @param told absent where nothing was told yet
     * @param longest a report is never older than this
     */
    static boolean isNews(@Nullable RuntimesObserved told, RuntimesObserved now, Duration longest) {
        return told == null
                || !now.observedAt().isBefore(told.observedAt().plus(longest))
                || told.portsFree() != now.portsFree()
                || told.portsTotal() != now.portsTotal()
                || !rounded(told).equals(rounded(now));
    }

    private static List<RuntimeView> rounded(RuntimesObserved report) {
        return report.runtimes().stream().map(ReportPolicy::rounded).toList();
    }

    private static RuntimeView rounded(RuntimeView view) {
        return new RuntimeView(
                view.name(),
                view.healthy(),
                view.reason(),
                view.version(),
                view.kinds(),
                view.companions(),
                view.cpuCores(),
                view.memoryTotalBytes(),
                view.memoryFreeBytes() / NOISE_BYTES,
                view.diskFreeBytes() / NOISE_BYTES,
                view.isDefault());
    }
}
