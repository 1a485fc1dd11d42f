package io.atoll.provisioner.runtime.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What Docker has of one cluster of ours.
///
/// @param asides series that were set aside, among them what is left of them
record Found(Optional<Network> network, List<Box> boxes, List<Disk> disks, Set<Long> asides) {

    Found {
        boxes = List.copyOf(boxes);
        disks = List.copyOf(disks);
        asides = Set.copyOf(asides);
    }

    record Network(String id, String name, long epoch, long series) {}

    /// A volume that holds data.
    record Disk(String name, String node, long epoch, long series) {}

    /// A container.
    ///
    /// @param onNetwork it is attached to the network of its cluster
    record Box(String id, String node, Map<String, String> labels, State state, boolean onNetwork) {

        /// One life of a container: the same one lives several times.
        String run() {
            return Found.run(id, state.startedAt());
        }

        boolean isRunning() {
            return state.running();
        }
    }

    /// @param startedAt 1970 where it never was
    /// @param outOfMemory the kernel ended it for taking more than its limit
    record State(boolean running, Instant startedAt, int exitCode, boolean outOfMemory) {

        static State of(InspectContainerResponse.ContainerState state) {
            var started = Objects.requireNonNullElse(state.getStartedAt(), "");
            return new State(
                    Boolean.TRUE.equals(state.getRunning()),
                    started.isEmpty() || started.startsWith("0001")
                            ? Instant.EPOCH
                            : Instant.parse(started).truncatedTo(ChronoUnit.MILLIS),
                    state.getExitCodeLong() == null ? 0 : state.getExitCodeLong().intValue(),
                    Boolean.TRUE.equals(state.getOOMKilled()));
        }
    }

    static String run(String container, Instant startedAt) {
        return container.substring(0, 12) + "@" + startedAt.toEpochMilli();
    }

    Optional<Box> box(String node) {
        return boxes.stream().filter(box -> box.node().equals(node)).findFirst();
    }

    /// Volumes of the life that is not set aside.
    List<Disk> current() {
        return disks.stream().filter(disk -> !asides.contains(disk.series())).toList();
    }

    boolean exists() {
        return network.isPresent() || !boxes.isEmpty() || !current().isEmpty();
    }

    Set<String> nodes() {
        var names = new TreeSet<String>();
        boxes.forEach(box -> names.add(box.node()));
        current().forEach(disk -> names.add(disk.node()));
        return names;
    }

    long epoch() {
        return network.map(Network::epoch)
                .or(() -> current().stream().map(Disk::epoch).min(Long::compare))
                .or(() -> boxes.stream().map(box -> number(box, Labels.EPOCH)).min(Long::compare))
                .orElse(0L);
    }

    /// Of this life: above all that were set aside.
    long series() {
        var known =
                Stream.concat(
                        network.map(Network::series).stream(),
                        Stream.concat(
                                current().stream().map(Disk::series),
                                boxes.stream().map(box -> number(box, Labels.SERIES))));
        return known.max(Long::compare)
                .orElseGet(() -> asides.stream().max(Long::compare).map(top -> top + 1).orElse(0L));
    }

    private static long number(Box box, String label) {
        return Labels.number(box.labels(), label);
    }
}
