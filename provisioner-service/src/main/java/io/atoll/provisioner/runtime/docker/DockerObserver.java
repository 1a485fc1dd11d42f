package io.atoll.provisioner.runtime.docker;

import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.ObservedCluster;
import io.atoll.provisioner.runtime.ObservedNode;
import io.atoll.provisioner.runtime.ObservedNode.Run;
import io.atoll.provisioner.runtime.docker.Found.Box;
import io.atoll.provisioner.runtime.docker.Found.Network;
import io.atoll.provisioner.runtime.node.NodeNotes;
import io.atoll.provisioner.runtime.node.NodeState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From what Docker has of a cluster, and the notes about its nodes, to what exists of it. A
/// container that runs without being noted (a crash right after its start) is noted now.
final class DockerObserver {

    private final DockerLook look;
    private final NodeNotes notes;

    DockerObserver(DockerLook look, NodeNotes notes) {
        this.look = look;
        this.notes = notes;
    }

    ObservedCluster observe(ClusterId id) {
        var found = look.cluster(id);
        if (!found.exists()) {
            return ObservedCluster.nothing(id);
        }
        var nodes = found.nodes().stream().map(node -> node(id, node, found)).toList();
        var network = found.network().map(Network::name).orElse(null);
        return new ObservedCluster(id, true, found.epoch(), null, network, nodes, null);
    }

    private ObservedNode node(ClusterId id, String name, Found found) {
        var box = found.box(name);
        var state = state(id, name, box);
        return new ObservedNode(
                name,
                run(box, state),
                box.map(there -> Labels.followed(there.labels())).orElse(state.followed()),
                box.filter(DockerObserver::isCutOff).map(Box::run).stream().toList(),
                state.crashes(),
                state.startsAgain(),
                state.notBefore(),
                state.lastExit());
    }

    private NodeState state(ClusterId id, String name, Optional<Box> box) {
        var known = notes.of(id, name);
        var unknown = box.filter(Box::isRunning).filter(b -> !b.run().equals(known.run()));
        return unknown.map(running -> note(id, running)).orElse(known);
    }

    /// Notes a life of a container.
    NodeState note(ClusterId id, Box box) {
        var followed = Labels.followed(box.labels());
        var begun =
                notes.of(id, box.node())
                        .started(
                                box.run(),
                                box.state().startedAt(),
                                followed.fingerprint(),
                                followed.restarts());
        try {
            notes.save(id, box.node(), begun);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return begun;
    }

    /// It runs and nobody reaches it: its network was taken away.
    private static boolean isCutOff(Box box) {
        return box.isRunning() && !box.onNetwork();
    }

    private static @Nullable Run run(Optional<Box> box, NodeState state) {
        if (box.filter(DockerObserver::isCutOff).isPresent()) {
            return null;
        }
        var stopping = state.stoppingSince() != null;
        if (box.filter(Box::isRunning).isPresent()) {
            var alive = box.orElseThrow();
            return new Run(alive.run(), null, alive.state().startedAt(), true, stopping);
        }
        return state.run() == null ? null : ended(state.run(), state.startedAt(), stopping);
    }

    private static Run ended(String run, @Nullable Instant startedAt, boolean stopping) {
        var since = Objects.requireNonNullElse(startedAt, Instant.EPOCH);
        return new Run(run, null, since, false, stopping);
    }
}
