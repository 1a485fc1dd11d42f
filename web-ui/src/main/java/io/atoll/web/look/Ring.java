package io.atoll.web.look;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.status.NodeStatus;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A cluster drawn as an atoll: one islet of the ring for each node. The circle's path length is
 * 100.
 */
public record Ring(List<Islet> islets, long up, int total) {

    private static final double GAP = 7;

    /**
     * @param dash the islet's stroke-dasharray: its length, then the rest of the circle
     * @param offset the islet's stroke-dashoffset
     */
    public record Islet(String dash, String offset, Tone tone) {}

    public static Ring of(ClusterView cluster) {
        List<NodeStatus> nodes = cluster.status().nodes();
        int total = Math.max(1, Math.max(cluster.brokers(), nodes.size()));
        List<Islet> islets =
                IntStream.range(0, total).mapToObj(i -> islet(i, total, tone(nodes, i))).toList();
        long up = nodes.stream().filter(n -> n.state() == NodeStatus.State.RUNNING).count();
        return new Ring(islets, up, total);
    }

    private static Tone tone(List<NodeStatus> nodes, int i) {
        return i < nodes.size() ? NodeLook.of(nodes.get(i).state()).tone() : Tone.OFF;
    }

    /** One node is a ring with a passage, as real atolls have. */
    private static Islet islet(int i, int total, Tone tone) {
        double share = 100.0 / total;
        double length = total == 1 ? 86 : share - GAP;
        double start = share * i + (share - length) / 2;
        return new Islet(
                String.format(Locale.ROOT, "%.2f %.2f", length, 100 - length),
                String.format(Locale.ROOT, "%.2f", -start),
                tone);
    }
}
