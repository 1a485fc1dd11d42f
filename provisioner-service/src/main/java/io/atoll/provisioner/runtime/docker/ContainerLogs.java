package io.atoll.provisioner.runtime.docker;

import com.github.dockerjava.api.command.LogContainerCmd;
import io.atoll.contracts.runtime.LogLine;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.LogSource.Excerpt;
import io.atoll.provisioner.runtime.docker.Found.Box;
import io.atoll.provisioner.runtime.docker.daemon.Daemon;
import io.atoll.provisioner.runtime.docker.daemon.FrameLines;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Logs of containers, both streams. The position of a line is its time in microseconds, wherever
/// reading began; lines of the same microsecond share it and are read together.
final class ContainerLogs {

    private static final int MAX_CHARACTERS = 1 << 20;
    private static final int MAX_TAIL_CHARACTERS = 4 << 20;
    private static final int SECONDS_TO_WAIT = 10;
    private static final long MICROS = 1_000_000L;

    private final Daemon daemon;
    private final DockerLook look;

    ContainerLogs(Daemon daemon, DockerLook look) {
        this.daemon = daemon;
        this.look = look;
    }

    Excerpt tail(ClusterId id, String node, int lines) {
        return look.cluster(id)
                .box(node)
                .map(box -> tail(box, lines))
                .orElseGet(() -> new Excerpt(List.of(), 0));
    }

    Excerpt tail(Box box, int lines) {
        return collect(command(box).withTail(lines), new Lines(0, false, MAX_TAIL_CHARACTERS), 0);
    }

    /// Docker takes whole seconds only: what comes before the position is skipped here.
    Excerpt read(ClusterId id, String node, long position) {
        return look.cluster(id)
                .box(node)
                .map(box -> read(box, position))
                .orElseGet(() -> new Excerpt(List.of(), position));
    }

    private Excerpt read(Box box, long position) {
        var command = command(box).withSince((int) (position / MICROS));
        return collect(command, new Lines(position, true, MAX_CHARACTERS), position);
    }

    private LogContainerCmd command(Box box) {
        return daemon.streams()
                .logContainerCmd(box.id())
                .withStdOut(true)
                .withStdErr(true)
                .withTimestamps(true);
    }

    private static Excerpt collect(LogContainerCmd command, Lines lines, long from) {
        try (var reading = command.exec(new FrameLines(lines::add))) {
            reading.awaitCompletion(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException closing) {
            return lines.excerpt(from);
        }
        return lines.excerpt(from);
    }

    /// Lines as they come, bounded: the first ones of a piece, the last ones of a tail.
    private static final class Lines {

        private final long from;
        private final boolean keepFirst;
        private final int bound;
        private final ArrayDeque<LogLine> found = new ArrayDeque<>();
        private long latest;
        private int characters;
        private boolean full;

        Lines(long from, boolean keepFirst, int bound) {
            this.from = from;
            this.keepFirst = keepFirst;
            this.bound = bound;
        }

        /// Docker puts the time and a space before each line.
        synchronized void add(String line) {
            var end = line.indexOf(' ');
            var position = end < 0 ? 0 : micros(line.substring(0, end));
            if (position > 0 && position >= from && !full) {
                keep(new LogLine(position, line.substring(end + 1)));
            }
        }

        private void keep(LogLine line) {
            characters += line.text().length();
            if (keepFirst && characters > bound && !found.isEmpty() && line.position() > latest) {
                full = true;
                return;
            }
            found.add(line);
            latest = Math.max(latest, line.position());
            while (!keepFirst && characters > bound && found.size() > 1) {
                characters -= found.removeFirst().text().length();
            }
        }

        private static long micros(String time) {
            try {
                var at = Instant.parse(time);
                return at.getEpochSecond() * MICROS + at.getNano() / 1_000;
            } catch (DateTimeParseException noTime) {
                return 0;
            }
        }

        synchronized Excerpt excerpt(long position) {
            return new Excerpt(List.copyOf(found), found.isEmpty() ? position : latest + 1);
        }
    }
}
