package io.atoll.provisioner.runtime.docker.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameLinesTest {

    private static final byte[] TEXT =
            "one\n\nzwei mit ü und 🏝\r\nthree".getBytes(StandardCharsets.UTF_8);

    private final List<String> found = new ArrayList<>();
    private final FrameLines lines = new FrameLines(found::add);

    @Test
    void aLineIsWholeWhereverTheFramesWereCut() {
        for (var size = 1; size <= TEXT.length; size++) {
            found.clear();
            var collector = new FrameLines(found::add);
            for (var from = 0; from < TEXT.length; from += size) {
                var piece = Arrays.copyOfRange(TEXT, from, Math.min(TEXT.length, from + size));
                collector.onNext(new Frame(StreamType.STDOUT, piece));
            }
            collector.onComplete();

            assertThat(found)
                    .as("frames of %d bytes", size)
                    .containsExactly("one", "", "zwei mit ü und 🏝", "three");
        }
    }

    @Test
    void theStreamsDoNotMixWithinALine() {
        told(StreamType.STDOUT, "out ");
        told(StreamType.STDERR, "err ");
        told(StreamType.STDOUT, "one\n");
        told(StreamType.STDERR, "one\n");

        assertThat(found).containsExactly("out one", "err one");
    }

    @Test
    void aLineWithoutEndIsBoundedAndTheNextOneIsWhole() {
        told(StreamType.STDOUT, "x".repeat(FrameLines.MAX_LINE_BYTES));
        told(StreamType.STDOUT, "y".repeat(10_000));
        told(StreamType.STDOUT, "\nnext\n");

        assertThat(found).hasSize(2);
        assertThat(found.getFirst()).hasSize(FrameLines.MAX_LINE_BYTES).doesNotContain("y");
        assertThat(found.getLast()).isEqualTo("next");
    }

    private void told(StreamType stream, String text) {
        lines.onNext(new Frame(stream, text.getBytes(StandardCharsets.UTF_8)));
    }
}
