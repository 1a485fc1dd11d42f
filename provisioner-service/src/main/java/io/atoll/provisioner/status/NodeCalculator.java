package io.atoll.provisioner.status;

import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.contracts.status.NodeStatus.State;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.ObservedNode;
import io.atoll.provisioner.runtime.ObservedNode.Run;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told about each node. Pure. */
final class NodeCalculator {

    private final Assessment found;
    private final @Nullable ClusterStatus previous;

    NodeCalculator(Assessment found, @Nullable ClusterStatus previous) {
        this.found = found;
        this.previous = previous;
    }

    List<NodeStatus> all() {
        var plan = found.plan();
        if (plan == null) {
            return previous == null || found.isGone() ? List.of() : previous.nodes();
        }
        if (found.observed().unseen() != null && previous != null) {
            return previous.nodes().stream().map(this::unseen).toList();
        }
        return plan.blueprint().nodes().stream().map(this::node).toList();
    }

    /** Where the runtime cannot be asked, the last that was known stays, but for its answers. */
    private NodeStatus unseen(NodeStatus known) {
        if (known.pid() == null && known.startedAt() == null) {
            return known;
        }
        var answers = found.readiness().answering().contains(known.name());
        return new NodeStatus(
                known.name(),
                known.nodeId(),
                known.roles(),
                answers ? State.RUNNING : State.FAILED,
                known.address(),
                known.pid(),
                known.startedAt(),
                known.restarts(),
                known.lastExit());
    }

    private NodeStatus node(NodeBlueprint node) {
        var observed = found.observed().node(node.name());
        var run = observed.map(ObservedNode::run).filter(Run::alive);
        return new NodeStatus(
                node.name(),
                node.nodeId(),
                node.roles(),
                state(node.name(), observed, run),
                node.address(),
                run.map(Run::pid).orElse(null),
                run.map(Run::startedAt).orElse(null),
                observed.map(ObservedNode::startsAgain).orElse(0),
                observed.map(ObservedNode::lastExit).orElse(null));
    }

    private State state(String name, Optional<ObservedNode> observed, Optional<Run> run) {
        if (run.isPresent()) {
            return aliveState(name, run.get());
        }
        var crashed = observed.filter(NodeCalculator::hasCrashed).isPresent();
        return crashed && found.wantsNodes() ? State.BACKOFF : State.STOPPED;
    }

    /** One that was being stopped ended as it was told to. */
    private static boolean hasCrashed(ObservedNode node) {
        return node.crashes() > 0
                || (node.isDead() && node.run() != null && !node.run().stopping());
    }

    /** A node that served clients and does not any more hangs. */
    private State aliveState(String name, Run run) {
        if (found.readiness().answering().contains(name)) {
            return State.RUNNING;
        }
        var served =
                previous(name)
                        .filter(known -> Objects.equals(known.startedAt(), run.startedAt()))
                        .filter(known -> known.state() != State.STARTING)
                        .isPresent();
        if (!served) {
            return State.STARTING;
        }
        return found.wantsNodes() && !run.stopping() ? State.FAILED : State.RUNNING;
    }

    private Optional<NodeStatus> previous(String name) {
        return previous == null
                ? Optional.empty()
                : previous.nodes().stream().filter(node -> node.name().equals(name)).findFirst();
    }
}
