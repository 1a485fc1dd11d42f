package io.atoll.provisioner.runtime.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import io.atoll.provisioner.machine.Machine;
import io.atoll.provisioner.runtime.Convergence;
import io.atoll.provisioner.runtime.docker.Found.Box;
import io.atoll.provisioner.runtime.docker.daemon.Daemon;
import io.atoll.provisioner.runtime.docker.daemon.Images;
import io.atoll.provisioner.runtime.docker.daemon.Refusals;
import io.atoll.provisioner.runtime.node.StepBlocked;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/// Containers of nodes, by their ids.
final class Containers {

    private final Daemon daemon;
    private final Images images;
    private final DockerSettings settings;

    Containers(Daemon daemon, Images images, DockerSettings settings) {
        this.daemon = daemon;
        this.images = images;
        this.settings = settings;
    }

    String bindAddress() {
        return settings.bindAddress();
    }

    Duration stopTimeout() {
        return settings.stopTimeout();
    }

    /// What became of the wish for a container.
    sealed interface Made {

        record Created(String id) implements Made {}

        /// Its image has to come first.
        record Waits(Convergence until) implements Made {}
    }

    Made create(ContainerPlan plan) throws StepBlocked {
        try {
            return new Made.Created(
                    daemon.work(
                            docker ->
                                    plan.fill(docker.createContainerCmd(plan.what().image()))
                                            .exec()
                                            .getId()));
        } catch (DockerException refusal) {
            if (Refusals.isNoImage(refusal)) {
                return new Made.Waits(images.fetch(plan.what().image()));
            }
            throw Refusals.isNameTaken(refusal)
                    ? Refusals.nameTaken("container", plan.name())
                    : Refusals.of(refusal, plan.name());
        }
    }

    /// A container that cannot be started is removed: it would hold on to ports that it lacks.
    void start(String id, String node) throws StepBlocked {
        try {
            join(id);
            daemon.work(docker -> docker.startContainerCmd(id).exec());
        } catch (NotModifiedException runsAlready) {
            return;
        } catch (DockerException refusal) {
            remove(id);
            throw Refusals.of(refusal, node);
        }
    }

    /// Joins the network that Atoll's own services are on, where there is one.
    private void join(String id) throws StepBlocked {
        if (settings.network().isEmpty()) {
            return;
        }
        var shared = settings.network().orElseThrow();
        try {
            daemon.work(
                    docker ->
                            docker.connectToNetworkCmd()
                                    .withContainerId(id)
                                    .withNetworkId(shared)
                                    .exec());
        } catch (NotFoundException missing) {
            throw new StepBlocked(
                    "NetworkMissing",
                    "There is no network %s, which atoll.docker.network names.".formatted(shared));
        } catch (DockerException refusal) {
            if (!Refusals.words(refusal).contains("already exists in network")) {
                throw Refusals.of(refusal, shared);
            }
        }
    }

    Found.State state(String id) {
        return Found.State.of(
                daemon.ask(docker -> docker.inspectContainerCmd(id).exec()).getState());
    }

    void signal(Box box, String signal) {
        try {
            daemon.work(docker -> docker.killContainerCmd(box.id()).withSignal(signal).exec());
        } catch (NotFoundException | ConflictException endedMeanwhile) {
            return;
        }
    }

    /// With the volumes that its image asked for and that have no name.
    void remove(String id) {
        try {
            daemon.work(
                    docker ->
                            docker.removeContainerCmd(id)
                                    .withForce(true)
                                    .withRemoveVolumes(true)
                                    .exec());
        } catch (NotFoundException | ConflictException goneOrGoing) {
            return;
        }
    }

    int machineCpus() {
        return Objects.requireNonNullElse(daemon.info().getNCPU(), 1);
    }

    /// Only of a daemon on this machine can it be told.
    void requireDisk() throws StepBlocked {
        var root = settings.isLocal() ? daemon.info().getDockerRootDir() : null;
        var free = root == null ? Long.MAX_VALUE : Machine.diskFreeBytes(Path.of(root));
        if (free < settings.minFreeDiskBytes()) {
            throw new StepBlocked(
                    "DiskFull",
                    "Only %d MB of disk are free at %s; %d MB are needed to start a node."
                            .formatted(free >> 20, root, settings.minFreeDiskBytes() >> 20));
        }
    }
}
