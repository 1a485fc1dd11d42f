package io.atoll.registry.spec;

import static java.util.Objects.requireNonNull;

import io.atoll.contracts.cluster.ClusterNeed;
import io.atoll.contracts.cluster.KafkaConfig;
import io.atoll.contracts.cluster.KafkaSpec;
import io.atoll.contracts.cluster.PortRequest;
import io.atoll.contracts.cluster.RestProxyConfig;
import io.atoll.contracts.cluster.UiConfig;
import org.jspecify.annotations.Nullable;

/** What a cluster needs of a machine. Pure. */
public final class NeedCalculator {

    /** Megabytes that a JVM takes beside its heap: classes, threads, buffers. */
    private static final long OVERHEAD_MB = 192;

    /** Megabytes of disk for a broker that holds next to nothing. */
    private static final long LEAST_DISK_MB = 256;

    private static final long CONTROLLERS = 3;

    private NeedCalculator() {}

    /**
     * @param leastDiskBytes what it needs in any case, as its template says
     */
    public static ClusterNeed need(KafkaSpec spec, long leastDiskBytes) {
        long memory =
                memoryMb(
                        spec.brokers(),
                        spec.kafkaConfig(),
                        spec.restProxyConfig(),
                        spec.uiConfig());
        long disk = Math.max(leastDiskBytes, (spec.brokers() * LEAST_DISK_MB) << 20);
        return new ClusterNeed(memory << 20, disk, ports(spec));
    }

    /** Megabytes that all nodes together take at most. */
    public static long memoryMb(
            int brokers,
            KafkaConfig kafka,
            @Nullable RestProxyConfig restProxy,
            @Nullable UiConfig ui) {
        long memory = brokers * node(requireNonNull(kafka.heapSize()));
        if (restProxy != null && isAsked(restProxy.enabled())) {
            memory += companion(restProxy.heapSize());
        }
        if (ui != null && isAsked(ui.enabled())) {
            memory += companion(ui.heapSize());
        }
        return memory;
    }

    private static long companion(@Nullable String heap) {
        return node(heap == null ? "512M" : heap);
    }

    private static long node(String heap) {
        return HeapSize.megabytes(heap) + OVERHEAD_MB;
    }

    private static int ports(KafkaSpec spec) {
        PortRequest asked = spec.ports();
        RestProxyConfig restProxy = spec.restProxyConfig();
        UiConfig ui = spec.uiConfig();
        boolean jmx = asked != null && asked.jmxPort() != null;
        long ports = spec.brokers() + Math.min(CONTROLLERS, spec.brokers());
        ports += jmx ? spec.brokers() : 0;
        ports += restProxy != null && isAsked(restProxy.enabled()) ? 1 : 0;
        ports += ui != null && isAsked(ui.enabled()) ? 1 : 0;
        return (int) ports;
    }

    private static boolean isAsked(@Nullable Boolean enabled) {
        return !Boolean.FALSE.equals(enabled);
    }
}
