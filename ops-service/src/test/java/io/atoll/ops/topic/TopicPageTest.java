package io.atoll.ops.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.ops.picture.TopicRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicPageTest {

    @Test
    void pagesTogetherAreTheListWhateverTheirSize() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var rows = rows(random.nextInt(60));
            int size = 1 + random.nextInt(20);
            var seen = new ArrayList<TopicRow>();
            String token = null;
            do {
                var page = TopicPage.of(rows, wanted(null, true, size, token));
                assertThat(page.total()).isEqualTo(rows.size());
                assertThat(page.rows()).hasSizeLessThanOrEqualTo(size);
                seen.addAll(page.rows());
                token = page.next().orElse(null);
            } while (token != null);
            assertThat(seen).isEqualTo(rows);
        }
    }

    @Test
    void aPageGoesOnAfterATopicThatIsGone() {
        var rows = rows(5);
        var token = TopicPage.of(rows, wanted(null, true, 2, null)).next().orElseThrow();
        var fewer = rows.stream().filter(r -> !r.name().equals("topic-01")).toList();
        assertThat(TopicPage.of(fewer, wanted(null, true, 2, token)).rows())
                .extracting(TopicRow::name)
                .containsExactly("topic-02", "topic-03");
    }

    @Test
    void internalTopicsAreLeftOutUnlessAskedFor() {
        var rows = List.of(new TopicRow("__x", 1, 1, true, 0, 0));
        assertThat(TopicPage.of(rows, wanted(null, false, 10, null)).rows()).isEmpty();
        assertThat(TopicPage.of(rows, wanted("X", true, 10, null)).rows()).hasSize(1);
    }

    private static List<TopicRow> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TopicRow("topic-%02d".formatted(i), 1, 1, false, 0, 0))
                .toList();
    }

    private static TopicListParameters wanted(String q, boolean internal, int size, String token) {
        return new TopicListParameters(q, internal, false, false, false, size, token);
    }
}
