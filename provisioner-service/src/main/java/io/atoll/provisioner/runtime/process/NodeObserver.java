package io.atoll.provisioner.runtime.process;

import io.atoll.provisioner.machine.ProcFiles;
import io.atoll.provisioner.machine.ProcessMark;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.ObservedCluster;
import io.atoll.provisioner.runtime.ObservedNode;
import io.atoll.provisioner.runtime.ObservedNode.Run;
import io.atoll.provisioner.runtime.node.NodeState;
import io.atoll.provisioner.runtime.process.NodeProcesses.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds out what exists of a cluster. When the process of every node is found by its pid, that is
/// all; else the marks of all processes are read, and a node's process that was not written down
/// (a crash right after its start) is written down now.
final class NodeObserver {

    private final ClusterPlaces places;
    private final NodeProcesses processes;
    private final ProcFiles proc;

    NodeObserver(ClusterPlaces places, NodeProcesses processes, ProcFiles proc) {
        this.places = places;
        this.processes = processes;
        this.proc = proc;
    }

    ObservedCluster observe(ClusterId id) {
        try {
            return places.exists(id) ? withPlace(id) : withoutPlace(id);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ObservedCluster withPlace(ClusterId id) throws IOException {
        var names = new TreeSet<>(places.nodes(id));
        List<Found> marked = List.of();
        if (names.isEmpty() || !names.stream().allMatch(name -> isAlive(id, name))) {
            marked = marked(id);
            marked.forEach(process -> names.add(process.node()));
        }
        var nodes = new ArrayList<ObservedNode>();
        for (var name : names) {
            nodes.add(node(id, name, marked));
        }
        return new ObservedCluster(id, true, places.dataEpoch(id), places.of(id).toString(), nodes);
    }

    /// Processes can outlive their directory.
    private ObservedCluster withoutPlace(ClusterId id) {
        var nodes =
                marked(id).stream()
                        .map(process -> stray(process.node(), List.of(process.mark().toString())))
                        .toList();
        return new ObservedCluster(id, false, 0, null, nodes);
    }

    private static ObservedNode stray(String name, List<String> marks) {
        return new ObservedNode(name, null, null, marks, 0, 0, null, null);
    }

    private List<Found> marked(ClusterId id) {
        return processes.all().stream().filter(found -> found.cluster().equals(id)).toList();
    }

    private boolean isAlive(ClusterId id, String name) {
        return mark(places.node(id, name).state()).filter(processes::isAlive).isPresent();
    }

    private static Optional<ProcessMark> mark(NodeState state) {
        return Optional.ofNullable(state.run()).flatMap(ProcessMark::parse);
    }

    private ObservedNode node(ClusterId id, String name, List<Found> marked) throws IOException {
        var place = places.node(id, name);
        var mine = marked.stream().filter(found -> found.node().equals(name)).toList();
        if (!place.exists()) {
            return stray(name, mine.stream().map(found -> found.mark().toString()).toList());
        }
        var state = place.state();
        if (!isAlive(id, name) && !mine.isEmpty()) {
            state = adopt(place, mine.getFirst());
        }
        var known = String.valueOf(state.run());
        var strays =
                mine.stream().map(f -> f.mark().toString()).filter(other -> !other.equals(known));
        return new ObservedNode(
                name,
                run(state),
                state.followed(),
                strays.toList(),
                state.crashes(),
                state.startsAgain(),
                state.notBefore(),
                state.lastExit());
    }

    private NodeState adopt(NodePlace place, Found found) throws IOException {
        var followed = found.followed();
        var adopted =
                place.state()
                        .started(
                                found.mark().toString(),
                                proc.startOf(found.mark()),
                                followed.fingerprint(),
                                followed.restarts());
        place.save(adopted);
        return adopted;
    }

    private @Nullable Run run(NodeState state) {
        return mark(state).map(mark -> run(mark, state)).orElse(null);
    }

    private Run run(ProcessMark mark, NodeState state) {
        return new Run(
                mark.toString(),
                mark.pid(),
                Objects.requireNonNullElse(state.startedAt(), Instant.EPOCH),
                processes.isAlive(mark),
                state.stoppingSince() != null);
    }
}
