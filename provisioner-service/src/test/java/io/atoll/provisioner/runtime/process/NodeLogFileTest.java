package io.atoll.provisioner.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeLogFileTest {

    private static final int LARGE = 33 << 20;

    @TempDir Path directory;
    private Path file;
    private Path older;
    private NodeLogFile log;

    @BeforeEach
    void place() {
        file = directory.resolve("node.log");
        older = directory.resolve("node.log.1");
        log = new NodeLogFile(directory, file);
    }

    @Test
    void aLargeLogBeginsAnewAndItsPastStaysBesideIt() throws IOException {
        Files.write(file, new byte[LARGE]);

        log.rotateIfLarge();

        assertThat(file).isEmptyFile();
        assertThat(older).hasSize(LARGE);
        Files.writeString(file, "next\n");
        log.rotateIfLarge();
        assertThat(log.lastLines(5)).containsExactly("next");
    }

    @Test
    void theOlderFileGoesWhenItsTimeIsOver() throws IOException {
        var now = Instant.now();
        Files.writeString(file, "present\n");
        Files.writeString(older, "past\n");
        Files.setLastModifiedTime(older, FileTime.from(now.minus(Duration.ofDays(3))));

        log.forgetOlder(now.minus(Duration.ofDays(4)));
        assertThat(older).exists();

        log.forgetOlder(now.minus(Duration.ofDays(2)));
        assertThat(older).doesNotExist();
        assertThat(log.lastLines(5)).containsExactly("present");
    }

    @Test
    void aLogThatIsTruncatedMeanwhileIsReadWithoutAFailure() throws Exception {
        var over = new AtomicBoolean();
        var content = "line\n".repeat(1_000);
        Files.writeString(file, content);
        var rotating =
                CompletableFuture.runAsync(() -> rotate(content, over), Thread::startVirtualThread);
        try {
            for (var n = 0; n < 5_000; n++) {
                assertThat(log.read(content.length()).next())
                        .isBetween(0L, (long) content.length());
            }
        } finally {
            over.set(true);
            rotating.join();
        }
    }

    private void rotate(String content, AtomicBoolean over) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (!over.get()) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)), 0);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
