package io.atoll.registry.spec;

import static java.util.Objects.requireNonNull;

import io.atoll.contracts.spec.ClusterNeed;
import io.atoll.contracts.spec.ClusterSpec;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.PortRequest;
import io.atoll.contracts.spec.RestProxyConfig;
import io.atoll.contracts.spec.UiConfig;
import org.jspecify.annotations.Nullable;

/** What a cluster needs of a machine, as its runtime gives it to the nodes. Pure. */
public final class NeedCalculator {

    /** Megabytes that a JVM takes beside its heap: classes, threads, buffers. */
    private static final long OVERHEAD_MB = 192;

    /** The same in a container, which is killed when it takes more; a quarter of a large heap. */
    private static final long CONTAINER_OVERHEAD_MB = 256;

    private static final long CONTAINER_OVERHEAD_SHARE = 4;

    /** Megabytes of disk for a broker that holds next to nothing. */
    private static final long LEAST_DISK_MB = 256;

    private static final int CONTROLLERS = 3;

    private NeedCalculator() {}

    /** What runs elsewhere takes nothing here. */
    public static ClusterNeed need(ClusterSpec spec) {
        return switch (spec) {
            case KafkaSpec kafka -> need(kafka);
            case ExternalKafkaSpec _ -> new ClusterNeed(0, 0, 0);
        };
    }

    private static ClusterNeed need(KafkaSpec spec) {
        long memory =
                switch (spec.runtime()) {
                    case PROCESS -> spec.brokers() * process(heap(spec.kafkaConfig()));
                    case DOCKER ->
                            spec.brokers() * container(heap(spec.kafkaConfig()))
                                    + companions(spec.restProxyConfig(), spec.uiConfig());
                };
        long disk = spec.brokers() * LEAST_DISK_MB;
        return new ClusterNeed(memory << 20, disk << 20, ports(spec));
    }

    /** Megabytes that all nodes together take at most, wherever they run. */
    public static long memoryMb(
            int brokers,
            KafkaConfig kafka,
            @Nullable RestProxyConfig restProxy,
            @Nullable UiConfig ui) {
        return brokers * container(heap(kafka)) + companions(restProxy, ui);
    }

    private static long companions(@Nullable RestProxyConfig restProxy, @Nullable UiConfig ui) {
        long memory = 0;
        if (restProxy != null && isAsked(restProxy.enabled())) {
            memory += companion(restProxy.heapSize());
        }
        if (ui != null && isAsked(ui.enabled())) {
            memory += companion(ui.heapSize());
        }
        return memory;
    }

    private static long companion(@Nullable String heap) {
        return container(HeapSize.megabytes(heap == null ? "512M" : heap));
    }

    private static long heap(KafkaConfig kafka) {
        return HeapSize.megabytes(requireNonNull(kafka.heapSize()));
    }

    private static long process(long heap) {
        return heap + OVERHEAD_MB;
    }

    private static long container(long heap) {
        return heap + Math.max(CONTAINER_OVERHEAD_MB, heap / CONTAINER_OVERHEAD_SHARE);
    }

    /** The quorum of a network of containers takes no port of the machine. */
    private static int ports(KafkaSpec spec) {
        PortRequest asked = spec.ports();
        boolean jmx = asked != null && asked.jmxPort() != null;
        int clients = spec.brokers() + (jmx ? spec.brokers() : 0);
        return switch (spec.runtime()) {
            case PROCESS -> clients + Math.min(CONTROLLERS, spec.brokers());
            case DOCKER -> clients + companionPorts(spec.restProxyConfig(), spec.uiConfig());
        };
    }

    private static int companionPorts(@Nullable RestProxyConfig restProxy, @Nullable UiConfig ui) {
        int ports = restProxy != null && isAsked(restProxy.enabled()) ? 1 : 0;
        return ports + (ui != null && isAsked(ui.enabled()) ? 1 : 0);
    }

    private static boolean isAsked(@Nullable Boolean enabled) {
        return !Boolean.FALSE.equals(enabled);
    }
}
