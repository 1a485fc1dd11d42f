package io.atoll.provisioner.runtime.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.DesiredCluster.Leftovers;
import io.atoll.provisioner.runtime.Place;
import io.atoll.provisioner.runtime.docker.DockerLook.Marked;
import io.atoll.provisioner.runtime.docker.Found.Disk;
import io.atoll.provisioner.runtime.docker.daemon.Daemon;
import io.atoll.provisioner.runtime.docker.daemon.Refusals;
import io.atoll.provisioner.runtime.node.StepBlocked;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// Volumes of nodes. They cannot be renamed, so a cluster whose earlier volumes were set aside
/// goes on with names of a higher series, and an empty volume beside them says why they stay.
final class Volumes {

    private final Daemon daemon;
    private final DockerLook look;
    private final String home;

    Volumes(Daemon daemon, DockerLook look, String home) {
        this.daemon = daemon;
        this.look = look;
        this.home = home;
    }

    /// Makes the volume of a node, where it is not there, and gives its name.
    String ensure(ClusterId id, String node, long epoch, long series) throws IOException {
        var name = name(Place.containerName(id, node), series);
        create(name, id, Labels.with(Labels.cluster(home, id, epoch, series), Labels.NODE, node));
        return name;
    }

    private static String name(String base, long series) {
        return series == 0 ? base : base + "-" + series;
    }

    /// Docker answers with the volume that has the name already, whosever it is.
    private void create(String name, ClusterId id, Map<String, String> labels) throws IOException {
        daemon.work(docker -> docker.createVolumeCmd().withName(name).withLabels(labels).exec());
        var found = daemon.ask(docker -> docker.inspectVolumeCmd(name).exec());
        if (found.getLabels() == null || !Labels.areOf(found.getLabels(), home, id)) {
            throw Refusals.nameTaken("volume", name);
        }
    }

    void remove(Found found) throws IOException {
        for (var disk : found.current()) {
            remove(disk.name());
        }
    }

    private void remove(String name) throws StepBlocked {
        try {
            daemon.work(docker -> docker.removeVolumeCmd(name).exec());
        } catch (NotFoundException gone) {
            return;
        } catch (ConflictException inUse) {
            throw new StepBlocked(
                    "VolumeInUse",
                    "A container that is not Atoll's uses volume " + name + ": remove it.");
        }
    }

    void setAside(ClusterId id, Found found, Leftovers why, Instant now) throws IOException {
        if (found.current().isEmpty()) {
            return;
        }
        var series = found.current().stream().mapToLong(Disk::series).max().orElse(0);
        var labels = Labels.cluster(home, id, found.epoch(), series);
        labels = Labels.with(labels, Labels.ASIDE, why.name());
        labels = Labels.with(labels, Labels.SINCE, String.valueOf(now.toEpochMilli()));
        create(name("atoll-" + id, series) + "-aside", id, labels);
    }

    /// Removes for good what belonged to nobody for so long.
    void purge(Duration keep, Instant now) throws IOException {
        var all = look.allVolumes();
        for (var aside : all) {
            var labels = aside.labels();
            var since = Instant.ofEpochMilli(Labels.number(labels, Labels.SINCE));
            if (Leftovers.ORPHANED.name().equals(labels.get(Labels.ASIDE))
                    && since.plus(keep).isBefore(now)) {
                for (var volume : all) {
                    if (isOfLife(volume, labels) && !volume.labels().containsKey(Labels.ASIDE)) {
                        remove(volume.name());
                    }
                }
                remove(aside.name());
            }
        }
    }

    private static boolean isOfLife(Marked volume, Map<String, String> labels) {
        return Objects.equals(labels.get(Labels.CLUSTER), volume.labels().get(Labels.CLUSTER))
                && Labels.number(labels, Labels.SERIES)
                        == Labels.number(volume.labels(), Labels.SERIES);
    }
}
