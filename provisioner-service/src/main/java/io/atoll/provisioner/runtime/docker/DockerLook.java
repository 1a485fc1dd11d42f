package io.atoll.provisioner.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerNetwork;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.docker.Found.Box;
import io.atoll.provisioner.runtime.docker.Found.Disk;
import io.atoll.provisioner.runtime.docker.Found.Network;
import io.atoll.provisioner.runtime.docker.daemon.Daemon;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what carries our labels. A thing that goes while it is read counts as not there.
final class DockerLook {

    private static final Pattern NODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final Daemon daemon;
    private final String home;

    DockerLook(Daemon daemon, String home) {
        this.daemon = daemon;
        this.home = home;
    }

    /// A volume of ours with all that its labels say.
    record Marked(String name, Map<String, String> labels) {}

    Found cluster(ClusterId id) {
        return daemon.ask(docker -> cluster(docker, id));
    }

    private Found cluster(DockerClient docker, ClusterId id) {
        var network = network(docker, id);
        var boxes = new ArrayList<Box>();
        for (var container :
                containers(docker, Map.of(Labels.HOME, home, Labels.CLUSTER, id.value()))) {
            inspect(docker, container.getId())
                    .map(found -> box(found, network))
                    .filter(box -> NODE.matcher(box.node()).matches())
                    .ifPresent(boxes::add);
        }
        var disks = new ArrayList<Disk>();
        var asides = new HashSet<Long>();
        for (var volume : volumes(docker, id)) {
            var series = Labels.number(volume.labels(), Labels.SERIES);
            if (volume.labels().containsKey(Labels.ASIDE)) {
                asides.add(series);
            } else {
                disks.add(
                        new Disk(
                                volume.name(),
                                volume.labels().getOrDefault(Labels.NODE, ""),
                                Labels.number(volume.labels(), Labels.EPOCH),
                                series));
            }
        }
        return new Found(network, boxes, disks, asides);
    }

    List<Marked> volumes(ClusterId id) {
        return daemon.ask(docker -> volumes(docker, id));
    }

    private List<Marked> volumes(DockerClient docker, @Nullable ClusterId id) {
        var answer = docker.listVolumesCmd().withFilter("label", List.of(filter(id))).exec();
        return Objects.requireNonNullElse(
                        answer.getVolumes(),
                        List.<com.github.dockerjava.api.command.InspectVolumeResponse>of())
                .stream()
                .filter(v -> v.getLabels() != null)
                .map(v -> new Marked(v.getName(), v.getLabels()))
                .filter(v -> home.equals(v.labels().get(Labels.HOME)))
                .filter(v -> id == null || Labels.areOf(v.labels(), home, id))
                .toList();
    }

    /// One label narrows the answer; the others are checked by hand.
    private String filter(@Nullable ClusterId id) {
        return id == null ? Labels.HOME + "=" + home : Labels.CLUSTER + "=" + id;
    }

    private Optional<Network> network(DockerClient docker, ClusterId id) {
        return docker.listNetworksCmd().withFilter("label", List.of(filter(id))).exec().stream()
                .filter(n -> n.getLabels() != null && Labels.areOf(n.getLabels(), home, id))
                .findFirst()
                .map(
                        n ->
                                new Network(
                                        n.getId(),
                                        n.getName(),
                                        Labels.number(n.getLabels(), Labels.EPOCH),
                                        Labels.number(n.getLabels(), Labels.SERIES)));
    }

    private static List<Container> containers(DockerClient docker, Map<String, String> labels) {
        return docker.listContainersCmd().withShowAll(true).withLabelFilter(labels).exec();
    }

    private static Optional<InspectContainerResponse> inspect(DockerClient docker, String id) {
        try {
            return Optional.of(docker.inspectContainerCmd(id).exec());
        } catch (NotFoundException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private static Box box(InspectContainerResponse found, Optional<Network> network) {
        var labels = Objects.requireNonNull(found.getConfig().getLabels());
        var state = Found.State.of(found.getState());
        var attached =
                network.map(
                                n ->
                                        found.getNetworkSettings().getNetworks().entrySet().stream()
                                                .anyMatch(e -> isOn(n, e.getKey(), e.getValue())))
                        .orElse(false);
        return new Box(
                found.getId(), labels.getOrDefault(Labels.NODE, ""), labels, state, attached);
    }

    /// Docker gives the id of a network only once the container was started.
    private static boolean isOn(Network network, String name, ContainerNetwork endpoint) {
        var id = Objects.requireNonNullElse(endpoint.getNetworkID(), "");
        return id.isEmpty() ? name.equals(network.name()) : id.equals(network.id());
    }

    /// The id of a running container of ours by cluster and node.
    record Running(String id, ClusterId cluster, String node) {}

    List<Running> running() {
        return daemon.ask(
                docker ->
                        docker
                                .listContainersCmd()
                                .withLabelFilter(Map.of(Labels.HOME, home))
                                .exec()
                                .stream()
                                .flatMap(c -> running(c).stream())
                                .toList());
    }

    private static Optional<Running> running(Container container) {
        var labels = container.getLabels();
        return Labels.clusterOf(labels)
                .map(
                        id ->
                                new Running(
                                        container.getId(),
                                        id,
                                        labels.getOrDefault(Labels.NODE, "")));
    }

    /// Every cluster of which something is there that was not set aside.
    Set<ClusterId> clusters() {
        var candidates = new TreeSet<ClusterId>();
        daemon.ask(
                docker -> {
                    containers(docker, Map.of(Labels.HOME, home))
                            .forEach(c -> add(candidates, c.getLabels()));
                    docker.listNetworksCmd()
                            .withFilter("label", List.of(filter(null)))
                            .exec()
                            .forEach(n -> add(candidates, n.getLabels()));
                    return true;
                });
        var volumes = daemon.ask(docker -> volumes(docker, null));
        var asides = new HashSet<String>();
        volumes.stream()
                .filter(v -> v.labels().containsKey(Labels.ASIDE))
                .forEach(v -> asides.add(life(v)));
        volumes.stream()
                .filter(v -> !asides.contains(life(v)))
                .forEach(v -> add(candidates, v.labels()));
        return candidates;
    }

    /// Every volume of ours, whatever its cluster.
    List<Marked> allVolumes() {
        return daemon.ask(docker -> volumes(docker, null));
    }

    private static String life(Marked volume) {
        return volume.labels().get(Labels.CLUSTER)
                + "/"
                + Labels.number(volume.labels(), Labels.SERIES);
    }

    private static void add(Set<ClusterId> into, @Nullable Map<String, String> labels) {
        if (labels != null) {
            Labels.clusterOf(labels).ifPresent(into::add);
        }
    }
}
