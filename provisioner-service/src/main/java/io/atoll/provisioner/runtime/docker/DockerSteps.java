package io.atoll.provisioner.runtime.docker;

import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.Convergence;
import io.atoll.provisioner.runtime.DesiredCluster.Leftovers;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.ObservedNode.Followed;
import io.atoll.provisioner.runtime.Place;
import io.atoll.provisioner.runtime.Step;
import io.atoll.provisioner.runtime.docker.Containers.Made;
import io.atoll.provisioner.runtime.docker.Found.Box;
import io.atoll.provisioner.runtime.node.NodeNotes;
import io.atoll.provisioner.runtime.node.NodeState;
import io.atoll.provisioner.runtime.node.StepBlocked;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Carries out single steps. What is changed was found by our labels just before.
final class DockerSteps {

    private final Tools tools;
    private final NodeNotes notes;
    private final Endings endings;
    private final Clock clock;

    /// What steps are taken with.
    ///
    /// @param home name of this installation in labels
    record Tools(
            String home,
            DockerLook look,
            Networks networks,
            Volumes volumes,
            Containers containers) {}

    /// How a container ended, in plain words.
    interface Endings {
        String explain(Box box);
    }

    DockerSteps(Tools tools, NodeNotes notes, Endings endings, Clock clock) {
        this.tools = tools;
        this.notes = notes;
        this.endings = endings;
        this.clock = clock;
    }

    /// Fails with {@link StepBlocked} where something from outside is in the way; gives what has
    /// to be waited for.
    Optional<Convergence> take(Step step) throws IOException {
        switch (step) {
            case Step.CreateCluster(var id, var epoch) -> create(id, epoch);
            case Step.SettleEnd(var id, var node) -> settle(id, node);
            case Step.StartNode(var id, var node) -> {
                return start(id, node);
            }
            case Step.StopNode stop -> stop(stop);
            case Step.EndHung(var id, var node, var run) -> {
                notes.noteEnding(id, node, run, "It gave no answer any more.");
                stop(new Step.StopNode(id, node, run, false));
            }
            case Step.KillStray(var id, var node, var run) ->
                    box(id, node, run).ifPresent(box -> tools.containers().remove(box.id()));
            case Step.RemoveNode(var id, var node) -> removeNode(id, node);
            case Step.WipeData(var id, var epoch) -> wipe(id, epoch);
            case Step.RemoveCluster remove -> remove(remove);
        }
        return Optional.empty();
    }

    private void create(ClusterId id, long epoch) throws IOException {
        tools.containers().requireDisk();
        tools.networks().ensure(id, epoch, tools.look().cluster(id).series());
    }

    private void settle(ClusterId id, String node) throws IOException {
        var state = notes.of(id, node);
        var run = state.run();
        var box = tools.look().cluster(id).box(node);
        if (run == null || box.filter(Box::isRunning).isPresent()) {
            return;
        }
        var asked = notes.ending(id, node, run);
        notes.save(
                id,
                node,
                asked.map(state::stopped).orElseGet(() -> state.ended(now(), explain(box, run))));
        if (asked.isPresent()) {
            notes.forgetEnding(id, node);
        }
    }

    private String explain(Optional<Box> box, String run) {
        return box.filter(ended -> ended.run().equals(run))
                .map(endings::explain)
                .orElse("Killed: its container was removed.");
    }

    private Optional<Convergence> start(ClusterId id, NodeBlueprint node) throws IOException {
        tools.containers().requireDisk();
        var found = tools.look().cluster(id);
        if (found.network().isEmpty()) {
            tools.networks().ensure(id, found.epoch(), found.series());
            found = tools.look().cluster(id);
        }
        var known = found.box(node.name());
        if (known.filter(Box::isRunning).isPresent()) {
            return Optional.empty();
        }
        if (known.filter(box -> mayBeStartedAgain(box, node)).isPresent()) {
            begin(id, node, known.orElseThrow().id());
            return Optional.empty();
        }
        known.ifPresent(outdated -> tools.containers().remove(outdated.id()));
        return switch (tools.containers().create(plan(id, node, found))) {
            case Made.Created(var container) -> {
                begin(id, node, container);
                yield Optional.empty();
            }
            case Made.Waits(var until) -> Optional.of(until);
        };
    }

    /// Its log goes on in the same container, unless that follows another blueprint or hangs on a
    /// network that is gone.
    private static boolean mayBeStartedAgain(Box box, NodeBlueprint node) {
        return Labels.followed(box.labels()).equals(Followed.of(node)) && box.onNetwork();
    }

    private ContainerPlan plan(ClusterId id, NodeBlueprint node, Found found) throws IOException {
        var what = ContainerPlan.container(node);
        Optional<ContainerPlan.Mounted> mounted = Optional.empty();
        if (what.dataDirectory() != null) {
            var volume = tools.volumes().ensure(id, node.name(), found.epoch(), found.series());
            mounted = Optional.of(new ContainerPlan.Mounted(volume, what.dataDirectory()));
        }
        var ofCluster = Labels.cluster(tools.home(), id, found.epoch(), found.series());
        return new ContainerPlan(
                Place.containerName(id, node.name()),
                what,
                Labels.node(ofCluster, node.name(), Followed.of(node)),
                mounted,
                Networks.name(id),
                tools.containers().bindAddress(),
                tools.containers().machineCpus());
    }

    private void begin(ClusterId id, NodeBlueprint node, String container) throws IOException {
        tools.containers().start(container, node.name());
        var state = tools.containers().state(container);
        var run = Found.run(container, state.startedAt());
        var begun =
                notes.of(id, node.name())
                        .started(run, state.startedAt(), node.fingerprint(), node.restarts());
        notes.save(id, node.name(), begun);
    }

    private void stop(Step.StopNode stop) throws IOException {
        var box = box(stop.id(), stop.node(), stop.run());
        if (box.isEmpty()) {
            return;
        }
        var state = notes.of(stop.id(), stop.node());
        var since = state.stoppingSince();
        if (since == null) {
            notes.save(stop.id(), stop.node(), stopping(state, box.orElseThrow()));
        }
        if (stop.force() || isOverdue(since)) {
            tools.containers().signal(box.orElseThrow(), "SIGKILL");
        } else if (since == null) {
            tools.containers().signal(box.orElseThrow(), "SIGTERM");
        }
    }

    private NodeState stopping(NodeState state, Box box) {
        var followed = Labels.followed(box.labels());
        var noted =
                box.run().equals(state.run())
                        ? state
                        : state.started(
                                box.run(),
                                box.state().startedAt(),
                                followed.fingerprint(),
                                followed.restarts());
        return noted.stopping(now());
    }

    private boolean isOverdue(@Nullable Instant since) {
        return since != null && now().isAfter(since.plus(tools.containers().stopTimeout()));
    }

    /// Exactly this life of a container of ours.
    private Optional<Box> box(ClusterId id, String node, String run) {
        return tools.look()
                .cluster(id)
                .box(node)
                .filter(box -> box.isRunning() && box.run().equals(run));
    }

    private void removeNode(ClusterId id, String node) throws IOException {
        tools.look().cluster(id).box(node).ifPresent(box -> tools.containers().remove(box.id()));
        notes.forget(id, node);
    }

    /// The network is made anew last: it carries the epoch, and a crash before that wipes again.
    private void wipe(ClusterId id, long epoch) throws IOException {
        var found = tools.look().cluster(id);
        found.boxes().forEach(box -> tools.containers().remove(box.id()));
        tools.volumes().remove(found);
        tools.networks().remove(found);
        notes.forget(id);
        tools.networks().ensure(id, epoch, found.series());
    }

    /// The network goes last: while it is there, so is the cluster.
    private void remove(Step.RemoveCluster step) throws IOException {
        var found = tools.look().cluster(step.id());
        found.boxes().forEach(box -> tools.containers().remove(box.id()));
        if (step.leftovers() == Leftovers.REMOVE) {
            tools.volumes().remove(found);
        } else {
            tools.volumes().setAside(step.id(), found, step.leftovers(), now());
        }
        notes.forget(step.id());
        tools.networks().remove(found);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
