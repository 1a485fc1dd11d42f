package io.atoll.registry.spec;

import static java.util.Objects.requireNonNull;

import io.atoll.contracts.cluster.KafkaConfig;
import io.atoll.contracts.cluster.KafkaSpec;
import io.atoll.contracts.cluster.RestProxyConfig;
import io.atoll.contracts.cluster.UiConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a cluster needs of a machine, and whether the machine has it. Pure. */
public final class CapacityCalculator {

    /** Resident memory of a JVM per byte of heap: heap, classes, threads, buffers. */
    private static final double RESIDENT_PER_HEAP = 1.4;

    private static final double GB = 1024.0 * 1024 * 1024;

    private CapacityCalculator() {}

    public static long memoryMb(KafkaSpec spec) {
        return memoryMb(
                spec.brokers(), spec.kafkaConfig(), spec.restProxyConfig(), spec.uiConfig());
    }

    /** Megabytes that all nodes together take when busy. */
    public static long memoryMb(
            int brokers,
            KafkaConfig kafka,
            @Nullable RestProxyConfig restProxy,
            @Nullable UiConfig ui) {
        long heap = brokers * HeapSize.megabytes(requireNonNull(kafka.heapSize()));
        if (restProxy != null && !Boolean.FALSE.equals(restProxy.enabled())) {
            heap += restProxy.heapSize() == null ? 512 : HeapSize.megabytes(restProxy.heapSize());
        }
        if (ui != null && !Boolean.FALSE.equals(ui.enabled())) {
            heap += ui.heapSize() == null ? 512 : HeapSize.megabytes(ui.heapSize());
        }
        return Math.round(heap * RESIDENT_PER_HEAP);
    }

    /**
     * @param diskGb gigabytes of disk that the template asks for at least
     */
    public static List<String> warnings(long memoryMb, int diskGb, Machine machine) {
        List<String> warnings = new ArrayList<>();
        double memory = memoryMb * 1024.0 * 1024;
        if (memory > machine.memoryTotal()) {
            warnings.add(
                    sentence(
                            "memory",
                            memory,
                            (double) machine.memoryTotal(),
                            "has only %.1f GB in all"));
        } else if (memory > machine.memoryFree()) {
            warnings.add(
                    sentence(
                            "memory",
                            memory,
                            (double) machine.memoryFree(),
                            "has %.1f GB free now"));
        }
        if (diskGb * GB > machine.diskFree()) {
            warnings.add(
                    sentence(
                            "disk",
                            diskGb * GB,
                            (double) machine.diskFree(),
                            "has %.1f GB free now"));
        }
        return warnings;
    }

    private static String sentence(String what, double needed, double there, String has) {
        return String.format(
                Locale.ROOT,
                "May need about %.1f GB of %s; this machine " + has + ".",
                needed / GB,
                what,
                there / GB);
    }
}
