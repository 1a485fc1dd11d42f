package io.atoll.provisioner.usage;

import io.atoll.contracts.runtime.UsageView;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.ClusterNeed;
import io.atoll.provisioner.runtime.UsageSource.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From two samples to what was used between them. Pure. */
final class UsageCalculator {

    private static final ClusterNeed NOTHING = new ClusterNeed(0, 0, 0);

    private UsageCalculator() {}

    /**
     * @param disk bytes by node
     */
    record Sample(Instant at, List<Measure> nodes, Map<String, Long> disk) {
        Sample {
            nodes = List.copyOf(nodes);
            disk = Map.copyOf(disk);
        }
    }

    /** What was measured of a cluster beside what it is promised. */
    static UsageView promised(ClusterDesired cluster, UsageView measured) {
        var told = cluster.need();
        var need = told == null || cluster.deleted() ? NOTHING : told;
        return new UsageView(
                measured.clusterId(),
                measured.cpuCores(),
                measured.memoryBytes(),
                measured.diskBytes(),
                cluster.spec().running() ? need.memoryBytes() : 0,
                need.diskBytes(),
                measured.sampledAt(),
                measured.nodes());
    }

    static UsageView usage(String cluster, @Nullable Sample before, Sample now) {
        var nodes = now.nodes().stream().map(node -> node(before, now, node)).toList();
        return new UsageView(
                cluster,
                nodes.stream().mapToDouble(UsageView.Node::cpuCores).sum(),
                nodes.stream().mapToLong(UsageView.Node::memoryBytes).sum(),
                nodes.stream().mapToLong(UsageView.Node::diskBytes).sum(),
                0,
                0,
                now.at(),
                nodes);
    }

    private static UsageView.Node node(@Nullable Sample before, Sample now, Measure node) {
        var cores = before == null ? 0 : cores(before, now.at(), node);
        var disk = now.disk().getOrDefault(node.node(), 0L);
        return new UsageView.Node(node.node(), cores, node.memoryBytes(), disk);
    }

    /** Processor time begins anew with each run. */
    private static double cores(Sample before, Instant at, Measure node) {
        var elapsed = Duration.between(before.at(), at).toMillis();
        return before.nodes().stream()
                .filter(known -> known.node().equals(node.node()) && known.run().equals(node.run()))
                .filter(_ -> elapsed > 0)
                .mapToDouble(known -> (node.cpuMillis() - known.cpuMillis()) / (double) elapsed)
                .map(cores -> Math.round(Math.max(0, cores) * 1000) / 1000.0)
                .findFirst()
                .orElse(0);
    }
}
