package io.atoll.provisioner.runtime.process;

import io.atoll.provisioner.machine.Machine;
import io.atoll.provisioner.machine.PortProbe;
import io.atoll.provisioner.machine.ProcFiles;
import io.atoll.provisioner.machine.ProcessMark;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.NodeBlueprint.Container;
import io.atoll.provisioner.runtime.NodeBlueprint.Program;
import io.atoll.provisioner.runtime.Step;
import io.atoll.provisioner.runtime.node.LastExit;
import io.atoll.provisioner.runtime.node.StepBlocked;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Carries out single steps. Signals go only to processes whose marks were checked just before.
final class ProcessSteps {

    private static final String KEPT = ".kept";
    static final String ORPHANED = ".orphaned";
    private static final int LINES_TO_EXPLAIN = 200;

    private final ProcessSettings settings;
    private final ClusterPlaces places;
    private final NodeProcesses processes;
    private final NodeLauncher launcher;
    private final ProcFiles proc;
    private final Clock clock;

    ProcessSteps(
            ProcessSettings settings,
            ClusterPlaces places,
            NodeProcesses processes,
            NodeLauncher launcher,
            ProcFiles proc,
            Clock clock) {
        this.settings = settings;
        this.places = places;
        this.processes = processes;
        this.launcher = launcher;
        this.proc = proc;
        this.clock = clock;
    }

    /// Fails with {@link StepBlocked} where something from outside is in the way.
    void take(Step step) throws IOException {
        switch (step) {
            case Step.CreateCluster(var id, var epoch) -> create(id, epoch);
            case Step.SettleEnd(var id, var node) -> settle(places.node(id, node));
            case Step.StartNode(var id, var node) -> start(id, node);
            case Step.StopNode stop -> stop(stop);
            case Step.EndHung(var id, var node, var run) -> {
                places.node(id, node).noteEnding(run, "It gave no answer any more.");
                stop(new Step.StopNode(id, node, run, false));
            }
            case Step.KillStray(var id, var node, var run) -> killStray(id, node, run);
            case Step.RemoveNode(var id, var node) -> places.removeNode(id, node);
            case Step.WipeData(var id, var epoch) -> places.wipe(id, epoch);
            case Step.RemoveCluster remove -> remove(remove);
        }
    }

    private void create(ClusterId id, long epoch) throws IOException {
        requireOurs(id);
        requireDisk();
        places.create(id, epoch);
    }

    private void requireOurs(ClusterId id) throws StepBlocked {
        if (places.isTaken(id)) {
            throw new StepBlocked(
                    "DirectoryTaken",
                    places.of(id) + " exists and is not a cluster of Atoll: move it away.");
        }
    }

    private void start(ClusterId id, NodeBlueprint node) throws IOException {
        requireOurs(id);
        requireDisk();
        for (int port : node.ports()) {
            if (!PortProbe.isFree(port)) {
                throw new StepBlocked(
                        "PortTaken",
                        "Port %d of %s is used by another program.".formatted(port, node.name()));
            }
        }
        var place = places.node(id, node.name());
        place.prepare();
        for (var file : program(node).files().entrySet()) {
            place.writeConfig(
                    file.getKey(),
                    file.getValue().replace(NodeBlueprint.DATA, place.data().toString()));
        }
        place.logFile().rotateIfLarge();
        var command =
                new NodeCommand(settings)
                        .of(id, node, program(node), place, place.state().crashes());
        var mark = launcher.launch(command, place.directory(), place.log());
        place.save(
                place.state()
                        .started(
                                mark.toString(),
                                proc.startOf(mark),
                                node.fingerprint(),
                                node.restarts()));
    }

    private static Program program(NodeBlueprint node) {
        return switch (node.software()) {
            case Program program -> program;
            case Container _ -> throw new IllegalArgumentException(node.name() + " is a container");
        };
    }

    private void requireDisk() throws StepBlocked {
        var free = Machine.diskFreeBytes(settings.clusters());
        if (free < settings.minFreeDiskBytes()) {
            throw new StepBlocked(
                    "DiskFull",
                    "Only %d MB of disk are free at %s; %d MB are needed to start a node."
                            .formatted(
                                    free >> 20,
                                    settings.clusters(),
                                    settings.minFreeDiskBytes() >> 20));
        }
    }

    private void stop(Step.StopNode stop) throws IOException {
        var mark = ours(stop.id(), stop.node(), stop.run()).orElse(null);
        if (mark == null) {
            return;
        }
        var place = places.node(stop.id(), stop.node());
        var since = place.state().stoppingSince();
        if (since == null && place.exists()) {
            place.save(place.state().stopping(now()));
        }
        if (stop.force() || isOverdue(since)) {
            NodeLauncher.kill(mark.pid());
        } else if (since == null) {
            NodeLauncher.terminate(mark.pid());
        }
    }

    private boolean isOverdue(@Nullable Instant since) {
        return since != null && now().isAfter(since.plus(settings.stopTimeout()));
    }

    private void killStray(ClusterId id, String node, String run) {
        ours(id, node, run).ifPresent(mark -> NodeLauncher.kill(mark.pid()));
    }

    private Optional<ProcessMark> ours(ClusterId id, String node, String run) {
        return ProcessMark.parse(run)
                .flatMap(mark -> processes.find(mark.pid()).filter(f -> f.mark().equals(mark)))
                .filter(found -> found.cluster().equals(id) && found.node().equals(node))
                .map(NodeProcesses.Found::mark);
    }

    private void settle(NodePlace place) throws IOException {
        var state = place.state();
        var ended = Optional.ofNullable(state.run()).flatMap(ProcessMark::parse);
        if (ended.filter(mark -> !processes.isAlive(mark)).isPresent()) {
            var code = launcher.takeExitCode(ended.orElseThrow());
            var asked = place.ending(ended.orElseThrow().toString());
            place.save(
                    asked.isPresent()
                            ? state.stopped(asked.get())
                            : state.ended(now(), explain(code, place)));
            place.forgetEnding();
        }
    }

    private static String explain(@Nullable Integer code, NodePlace place) {
        return LastExit.explain(code, place.logFile().lastLines(LINES_TO_EXPLAIN));
    }

    private void remove(Step.RemoveCluster step) throws IOException {
        switch (step.leftovers()) {
            case REMOVE -> places.remove(step.id());
            case KEEP -> places.setAside(step.id(), KEPT, now());
            case ORPHANED -> places.setAside(step.id(), ORPHANED, now());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
