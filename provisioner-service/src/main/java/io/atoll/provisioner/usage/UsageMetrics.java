package io.atoll.provisioner.usage;

import io.atoll.contracts.runtime.UsageView;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** Usage as metrics; those of a cluster go with it. */
@ApplicationScoped
class UsageMetrics {

    private final MultiGauge cpu;
    private final MultiGauge memory;
    private final MultiGauge disk;
    private final MultiGauge up;

    UsageMetrics(MeterRegistry registry) {
        cpu = MultiGauge.builder("atoll_cluster_cpu_cores").register(registry);
        memory = MultiGauge.builder("atoll_cluster_memory_bytes").register(registry);
        disk = MultiGauge.builder("atoll_cluster_disk_bytes").register(registry);
        up = MultiGauge.builder("atoll_node_up").register(registry);
    }

    void show(Collection<UsageView> clusters) {
        show(cpu, clusters, UsageView::cpuCores);
        show(memory, clusters, UsageView::memoryBytes);
        show(disk, clusters, UsageView::diskBytes);
        up.register(
                clusters.stream()
                        .flatMap(c -> c.nodes().stream().map(node -> row(c.clusterId(), node)))
                        .toList(),
                true);
    }

    private static void show(
            MultiGauge gauge, Collection<UsageView> clusters, ToDoubleFunction<UsageView> value) {
        gauge.register(
                clusters.stream()
                        .<Row<?>>map(
                                usage ->
                                        Row.of(
                                                Tags.of("cluster", usage.clusterId()),
                                                value.applyAsDouble(usage)))
                        .toList(),
                true);
    }

    private static Row<?> row(String cluster, UsageView.Node node) {
        var isUp = node.memoryBytes() > 0 ? 1 : 0;
        return Row.of(Tags.of("cluster", cluster, "node", node.name()), isUp);
    }
}
