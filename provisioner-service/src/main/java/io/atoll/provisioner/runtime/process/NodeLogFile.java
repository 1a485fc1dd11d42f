package io.atoll.provisioner.runtime.process;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import io.atoll.contracts.runtime.LogLine;
import io.atoll.provisioner.machine.RealDirectory;
import io.atoll.provisioner.machine.Removal;
import io.atoll.provisioner.runtime.LogSource.Excerpt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The log of a node: appended to by its process, read in bounded pieces. It is rotated by copying
/// and truncating, since the process holds the file open. A symbolic link is not followed.
///
/// @param root of all clusters
record NodeLogFile(Path root, Path file) {

    private static final int MAX_READ_BYTES = 1 << 20;
    private static final int MAX_TAIL_BYTES = 4 << 20;
    private static final long ROTATE_BYTES = 32L << 20;

    /// The last lines, bounded by bytes as well.
    Excerpt tail(int lines) throws IOException {
        try (var channel = open()) {
            var from = Math.max(0, channel.size() - MAX_TAIL_BYTES);
            var found = wholeLines(channel, from, MAX_TAIL_BYTES, from > 0);
            var all = found.lines();
            return new Excerpt(
                    all.subList(Math.max(0, all.size() - lines), all.size()), found.next());
        }
    }

    /// Whole lines from a position on, from the start where the log is shorter than that.
    Excerpt read(long position) throws IOException {
        try (var channel = open()) {
            var from = position > channel.size() || position < 0 ? 0 : position;
            return wholeLines(channel, from, MAX_READ_BYTES, false);
        }
    }

    List<String> lastLines(int lines) {
        try {
            return tail(lines).lines().stream().map(LogLine::text).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /// Keeps one older file. Lines written between copy and truncation are lost; the process
    /// writes few.
    void rotateIfLarge() throws IOException {
        if (!isFile(file) || Files.size(file) <= ROTATE_BYTES) {
            return;
        }
        try (var directory = RealDirectory.open(root, directory());
                var current = directory.open(name(file), READ, WRITE)) {
            copy(current, directory);
            current.truncate(0);
        }
    }

    private void copy(SeekableByteChannel from, RealDirectory directory) throws IOException {
        var older = name(older());
        directory.remove(older);
        try (var to = directory.open(older, CREATE_NEW, WRITE)) {
            Channels.newInputStream(from).transferTo(Channels.newOutputStream(to));
        }
    }

    /// Removes the older file, once nothing was written to it since this time.
    void forgetOlder(Instant before) throws IOException {
        var older = older();
        if (isFile(older) && Files.getLastModifiedTime(older).toInstant().isBefore(before)) {
            Removal.remove(root, older);
        }
    }

    private boolean isFile(Path place) {
        return RealDirectory.exists(root, directory())
                && Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS);
    }

    private Path directory() {
        return requireNonNull(file.getParent());
    }

    private static String name(Path place) {
        return place.getFileName().toString();
    }

    private Path older() {
        return file.resolveSibling(name(file) + ".1");
    }

    private SeekableByteChannel open() throws IOException {
        if (!isFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return Files.newByteChannel(file, READ, LinkOption.NOFOLLOW_LINKS);
    }

    private static Excerpt wholeLines(
            SeekableByteChannel channel, long from, int bytes, boolean skipFirst)
            throws IOException {
        // It may have been truncated since `from` was chosen.
        var buffer = ByteBuffer.allocate(Math.clamp(channel.size() - from, 0, bytes));
        channel.position(from);
        int read;
        do {
            read = channel.read(buffer);
        } while (read > 0 && buffer.hasRemaining());
        return split(buffer.array(), buffer.position(), from, skipFirst);
    }

    private static Excerpt split(byte[] content, int length, long from, boolean skipFirst) {
        var lines = new ArrayList<LogLine>();
        var start = 0;
        var skip = skipFirst;
        for (var i = 0; i < length; i++) {
            if (content[i] == '\n') {
                if (!skip) {
                    lines.add(new LogLine(from + start, text(content, start, i)));
                }
                skip = false;
                start = i + 1;
            }
        }
        if (start == 0 && length == MAX_READ_BYTES) {
            return new Excerpt(List.of(new LogLine(from, text(content, 0, length))), from + length);
        }
        return new Excerpt(lines, from + start);
    }

    private static String text(byte[] content, int start, int end) {
        return new String(content, start, end - start, StandardCharsets.UTF_8);
    }
}
