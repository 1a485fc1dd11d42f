package io.atoll.provisioner.kind.kafka;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.provisioner.runtime.NodeBlueprint.Container;
import io.atoll.provisioner.runtime.NodeBlueprint.Limits;
import io.atoll.provisioner.runtime.Place.Containers;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A broker as a container of the image apache/kafka. Pure.
final class KafkaContainers {

    static final String DATA = "/var/lib/kafka/data";

    private static final long PROCESSES = 4_096;
    private static final int SMALL_HEAP_MEGABYTES = 512;
    private static final int LARGE_HEAP_MEGABYTES = 4_096;

    private KafkaContainers() {}

    static Container of(
            Containers place,
            ClusterDesired desired,
            Map<String, String> settings,
            Map<Integer, Integer> published,
            Map<String, String> jmx) {
        var spec = KafkaNodes.spec(desired);
        var heap = HeapSize.megabytes(spec.kafkaConfig().heapSize());
        var environment = new TreeMap<>(KafkaEnvironment.of(settings));
        environment.put("CLUSTER_ID", KafkaClusterId.of(desired.id(), spec.dataEpoch()));
        environment.put("KAFKA_HEAP_OPTS", heapFlags(heap));
        environment.put("KAFKA_JVM_PERFORMANCE_OPTS", jvmFlags(heap));
        if (!jmx.isEmpty()) {
            environment.put("KAFKA_OPTS", flags(jmx));
        }
        return new Container(
                place.images().kafka(),
                environment,
                new HashMap<>(published),
                DATA,
                new Limits(memoryBytes(heap), place.cpus(), PROCESSES));
    }

    static String heapFlags(int heap) {
        return "-Xms" + Math.min(heap, 64) + "m -Xmx" + heap + "m";
    }

    private static String jvmFlags(int heap) {
        var collector = heap < LARGE_HEAP_MEGABYTES ? "-XX:+UseSerialGC" : "-XX:+UseG1GC";
        var compiler = heap <= SMALL_HEAP_MEGABYTES ? " -XX:TieredStopAtLevel=1" : "";
        return collector + compiler + " -XX:+ExitOnOutOfMemoryError";
    }

    private static String flags(Map<String, String> properties) {
        return new TreeMap<>(properties)
                .entrySet().stream()
                        .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }

    /// A JVM takes more than its heap: code, threads, and buffers that grow with the heap.
    static long memoryBytes(int heap) {
        return (heap + Math.max(256L, heap / 4)) << 20;
    }
}
