package io.atoll.ops.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicPictureTest {

    @Test
    void rowsStandInTheOrderOfTheirNames() {
        assertThat(picture("b", "a", "c").rows())
                .extracting(TopicRow::name)
                .containsExactly("a", "b", "c");
    }

    @Test
    void changesWinOverWhatWasRead() {
        var changed =
                picture("a", "b")
                        .with(
                                List.of(
                                        change("a", Optional.empty()),
                                        change("b", Optional.of(row("b", 9))),
                                        change("c", Optional.of(row("c", 1)))));
        assertThat(changed.rows()).containsExactly(row("b", 9), row("c", 1));
    }

    private static TopicPicture.Change change(String name, Optional<TopicRow> row) {
        return new TopicPicture.Change(name, row, Instant.EPOCH);
    }

    private static TopicPicture picture(String... names) {
        return TopicPicture.of(
                Stream.of(names).map(name -> row(name, 1)).toList(), Instant.EPOCH, Duration.ZERO);
    }

    private static TopicRow row(String name, int partitions) {
        return new TopicRow(name, partitions, 1, TopicRow.isInternal(name), 0, 0);
    }
}
