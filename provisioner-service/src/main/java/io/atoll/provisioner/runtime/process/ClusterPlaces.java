package io.atoll.provisioner.runtime.process;

import io.atoll.provisioner.machine.RealDirectory;
import io.atoll.provisioner.machine.Removal;
import io.atoll.provisioner.runtime.ClusterId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The directories of clusters below one root: `<root>/<id>/<node>/`, each cluster with a marker
/// file that holds the epoch of its data. Clusters appear and vanish by one rename; hidden
/// siblings hold what is on its way out.
final class ClusterPlaces {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String MARKER = ".atoll-cluster";
    private static final String TRASH = ".trash-";
    private static final String NEW = ".new-";

    private final Path root;

    ClusterPlaces(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Path of(ClusterId id) {
        return root.resolve(id.value());
    }

    NodePlace node(ClusterId id, String node) {
        return new NodePlace(root, of(id).resolve(node));
    }

    boolean exists(ClusterId id) {
        return Files.isDirectory(of(id), LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(of(id).resolve(MARKER), LinkOption.NOFOLLOW_LINKS);
    }

    /// True where something that is not ours has the name.
    boolean isTaken(ClusterId id) {
        return Files.exists(of(id), LinkOption.NOFOLLOW_LINKS) && !exists(id);
    }

    long dataEpoch(ClusterId id) throws IOException {
        return Long.parseLong(Files.readString(of(id).resolve(MARKER)).trim());
    }

    List<ClusterId> clusters() {
        var found = new TreeSet<ClusterId>();
        try (var entries = Files.newDirectoryStream(root)) {
            for (var entry : entries) {
                var name = entry.getFileName().toString();
                if (ClusterId.isWellFormed(name) && exists(new ClusterId(name))) {
                    found.add(new ClusterId(name));
                }
            }
        } catch (IOException nothingThere) {
            return List.of();
        }
        return List.copyOf(found);
    }

    List<String> nodes(ClusterId id) throws IOException {
        var names = new ArrayList<String>();
        try (var entries = Files.newDirectoryStream(of(id), ClusterPlaces::isRealDirectory)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        }
        names.sort(null);
        return names;
    }

    private static boolean isRealDirectory(Path entry) {
        return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    void create(ClusterId id, long dataEpoch) throws IOException {
        if (exists(id)) {
            return;
        }
        if (isTaken(id)) {
            throw new FileAlreadyExistsException(of(id).toString());
        }
        var fresh = root.resolve(NEW + id);
        Removal.remove(root, fresh);
        Files.createDirectories(root);
        Files.createDirectory(fresh);
        mark(fresh, dataEpoch);
        Files.move(fresh, of(id), StandardCopyOption.ATOMIC_MOVE);
    }

    /// The epoch is written last: a crash before that wipes again.
    void wipe(ClusterId id, long dataEpoch) throws IOException {
        for (var node : nodes(id)) {
            removeNode(id, node);
        }
        mark(of(id), dataEpoch);
    }

    private void mark(Path cluster, long dataEpoch) throws IOException {
        try (var real = RealDirectory.open(root, cluster)) {
            real.replace(MARKER, dataEpoch + "\n");
        }
    }

    void removeNode(ClusterId id, String node) throws IOException {
        Removal.remove(root, of(id).resolve(node));
    }

    void remove(ClusterId id) throws IOException {
        var trash = root.resolve(TRASH + id);
        Removal.remove(root, trash);
        if (exists(id)) {
            Files.move(of(id), trash, StandardCopyOption.ATOMIC_MOVE);
            Removal.remove(root, trash);
        }
    }

    /// Removes what a crash left of a removal, and what was set aside before a time.
    void purge(String folder, Instant before) throws IOException {
        for (var place : children(root)) {
            if (place.getFileName().toString().startsWith(TRASH)) {
                Removal.remove(root, place);
            }
        }
        if (!isRealDirectory(root.resolve(folder))) {
            return;
        }
        for (var place : children(root.resolve(folder))) {
            var since = Files.getLastModifiedTime(place, LinkOption.NOFOLLOW_LINKS).toInstant();
            if (since.isBefore(before)) {
                Removal.remove(root, place);
            }
        }
    }

    private static List<Path> children(Path directory) {
        var found = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(directory)) {
            entries.forEach(found::add);
        } catch (IOException notThere) {
            return List.of();
        }
        return found;
    }

    /// Moves all of a cluster into a hidden folder, under a name that tells when.
    void setAside(ClusterId id, String folder, Instant now) throws IOException {
        if (exists(id)) {
            var kept = root.resolve(folder);
            if (!isRealDirectory(kept)) {
                Files.createDirectory(kept);
            }
            try (var from = RealDirectory.open(root, root);
                    var to = RealDirectory.open(root, kept)) {
                from.moveDirectory(id.value(), to, id + "-" + WHEN.format(now), now);
            }
        }
    }
}
