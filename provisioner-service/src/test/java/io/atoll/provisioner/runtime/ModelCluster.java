package io.atoll.provisioner.runtime;

import io.atoll.provisioner.runtime.ObservedNode.Followed;
import io.atoll.provisioner.runtime.ObservedNode.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A cluster in memory that steps change as a runtime would. */
final class ModelCluster {

    private boolean exists;
    private long epoch;
    private final Map<String, ObservedNode> nodes = new TreeMap<>();
    private final Map<String, Integer> alive = new HashMap<>();
    private long nextRun = 1_000;

    ModelCluster(ObservedCluster from) {
        exists = from.exists();
        epoch = from.dataEpoch();
        from.nodes().forEach(node -> nodes.put(node.name(), node));
        from.nodes().stream()
                .filter(ObservedNode::isAlive)
                .forEach(node -> alive.merge(node.name(), 1, Integer::sum));
    }

    ObservedCluster observed() {
        return new ObservedCluster(
                new ClusterId("orders"), exists, epoch, null, new ArrayList<>(nodes.values()));
    }

    int mostOfOneNode() {
        return alive.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    void take(List<Step> steps) {
        steps.forEach(this::take);
    }

    private void take(Step step) {
        switch (step) {
            case Step.CreateCluster(var _, var fresh) -> {
                exists = true;
                epoch = fresh;
            }
            case Step.WipeData(var _, var fresh) -> {
                nodes.clear();
                epoch = fresh;
            }
            case Step.RemoveCluster _ -> {
                nodes.clear();
                exists = false;
            }
            case Step.StartNode(var _, var node) -> {
                alive.merge(node.name(), 1, Integer::sum);
                var run = new Run("run-" + nextRun++, null, Instant.EPOCH, true, false);
                put(node.name(), run, Followed.of(node));
            }
            case Step.StopNode stop -> end(stop.node());
            case Step.EndHung hung -> end(hung.node());
            case Step.KillStray(var _, var node, var _) -> nodes.remove(node);
            case Step.RemoveNode(var _, var node) -> nodes.remove(node);
            case Step.SettleEnd(var _, var name) -> {
                var node = nodes.get(name);
                if (node != null) {
                    put(name, null, node.followed());
                }
            }
        }
    }

    private void end(String name) {
        alive.merge(name, -1, Integer::sum);
        var run = nodes.get(name).run();
        put(
                name,
                new Run(run.id(), run.pid(), run.startedAt(), false, true),
                nodes.get(name).followed());
    }

    private void put(String name, @Nullable Run run, @Nullable Followed followed) {
        nodes.put(name, new ObservedNode(name, run, followed, List.of(), 0, 0, null, null));
    }
}
