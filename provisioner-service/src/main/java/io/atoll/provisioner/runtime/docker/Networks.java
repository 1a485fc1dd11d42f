package io.atoll.provisioner.runtime.docker;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.docker.daemon.Daemon;
import io.atoll.provisioner.runtime.docker.daemon.Refusals;
import io.atoll.provisioner.runtime.node.StepBlocked;

/// The network that isolates a cluster.
final class Networks {

    private final Daemon daemon;
    private final DockerLook look;
    private final String home;

    Networks(Daemon daemon, DockerLook look, String home) {
        this.daemon = daemon;
        this.look = look;
        this.home = home;
    }

    static String name(ClusterId id) {
        return "atoll-" + id;
    }

    /// Makes it where it is not there. One at a time: Docker makes two of a name for two that ask
    /// at the same moment.
    synchronized void ensure(ClusterId id, long epoch, long series) throws StepBlocked {
        if (look.cluster(id).network().isPresent()) {
            return;
        }
        try {
            daemon.work(
                    docker ->
                            docker.createNetworkCmd()
                                    .withName(name(id))
                                    .withDriver("bridge")
                                    .withCheckDuplicate(true)
                                    .withLabels(Labels.cluster(home, id, epoch, series))
                                    .exec());
        } catch (DockerException refusal) {
            if (!Refusals.isNameTaken(refusal)) {
                throw Refusals.of(refusal, "the network of " + id);
            }
            if (look.cluster(id).network().isEmpty()) {
                throw Refusals.nameTaken("network", name(id));
            }
        }
    }

    void remove(Found found) throws StepBlocked {
        if (found.network().isEmpty()) {
            return;
        }
        try {
            var network = found.network().orElseThrow().id();
            daemon.work(docker -> docker.removeNetworkCmd(network).exec());
        } catch (NotFoundException gone) {
            return;
        } catch (DockerException refusal) {
            throw Refusals.of(refusal, found.network().orElseThrow().name());
        }
    }
}
