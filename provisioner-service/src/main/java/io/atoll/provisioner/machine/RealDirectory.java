package io.atoll.provisioner.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// A directory below a trusted one, reached without following a symbolic link: each level is opened
/// relative to the one above (openat with O_NOFOLLOW), and files are changed relative to it, so a
/// link put in the way meanwhile changes nothing outside.
public final class RealDirectory implements AutoCloseable {

    private final Deque<SecureDirectoryStream<Path>> levels = new ArrayDeque<>();

    private RealDirectory() {}

    /// @param root may itself be reached through links
    /// @param directory the root or something below it
    /// @throws IOException where it is not there, or where a link is on the way
    public static RealDirectory open(Path root, Path directory) throws IOException {
        var opened = new RealDirectory();
        try {
            opened.levels.push(secure(root));
            for (var name : steps(root, directory)) {
                var above = opened.stream();
                opened.levels.push(above.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
            }
            return opened;
        } catch (IOException | RuntimeException failure) {
            opened.close();
            throw failure;
        }
    }

    /// True where every level below the root is a directory itself and no link to one.
    public static boolean exists(Path root, Path directory) {
        var place = root;
        for (var name : steps(root, directory)) {
            place = place.resolve(name);
            if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        return Files.isDirectory(place);
    }

    private static Iterable<Path> steps(Path root, Path directory) {
        if (!directory.startsWith(root)) {
            throw new IllegalArgumentException(directory + " is not below " + root);
        }
        return directory.equals(root) ? Set.of() : root.relativize(directory);
    }

    /// Closed with the levels below it.
    @SuppressWarnings("StreamResourceLeak")
    private static SecureDirectoryStream<Path> secure(Path root) throws IOException {
        var entries = Files.newDirectoryStream(root);
        if (entries instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        entries.close();
        throw new IOException("This file system cannot be changed safely.");
    }

    SecureDirectoryStream<Path> stream() {
        return levels.element();
    }

    /// By rename: a reader sees the old or the new content. A link of this name is replaced.
    public void replace(String name, String content) throws IOException {
        var next = name + ".next";
        remove(next);
        try (var file = open(next, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }
        stream().move(Path.of(next), stream(), Path.of(name));
    }

    /// A file of this directory; fails where it is a link.
    public SeekableByteChannel open(String name, StandardOpenOption... options) throws IOException {
        var all = new HashSet<OpenOption>(Set.of(options));
        all.add(LinkOption.NOFOLLOW_LINKS);
        return stream().newByteChannel(Path.of(name), all);
    }

    /// A file, or a link itself.
    public void remove(String name) throws IOException {
        try {
            stream().deleteFile(Path.of(name));
        } catch (NoSuchFileException notThere) {
            return;
        }
    }

    /// Into another directory, with a time of change.
    public void moveDirectory(String from, RealDirectory target, String to, Instant changed)
            throws IOException {
        try (var moved = stream().newDirectoryStream(Path.of(from), LinkOption.NOFOLLOW_LINKS)) {
            var times = moved.getFileAttributeView(BasicFileAttributeView.class);
            times.setTimes(FileTime.from(changed), null, null);
        }
        stream().move(Path.of(from), target.stream(), Path.of(to));
    }

    @Override
    public void close() throws IOException {
        while (!levels.isEmpty()) {
            levels.pop().close();
        }
    }
}
