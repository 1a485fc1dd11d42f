package io.atoll.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "1024,1.00 KB", "536870912,512 MB", "1073741824,1.00 GB"})
    void sizes_have_three_significant_digits(long bytes, String words) {
        assertThat(Figures.bytes(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"768,768 MB", "1024,1.00 GB", "17408,17.0 GB"})
    void megabytes_are_told_in_the_unit_that_fits(int megabytes, String words) {
        assertThat(Figures.megabytes(megabytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0,just now", "59,59 s ago", "61,1 min ago", "7200,2 h ago", "259200,3 days ago"})
    void ages_are_told_in_their_largest_unit(long seconds, String words) {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(Figures.ago(now.minusSeconds(seconds), now)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0,now", "59,in 59 s", "61,in 1 min", "7200,in 2 h", "259200,in 3 days"})
    void what_is_left_is_told_in_its_largest_unit(long seconds, String words) {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(Figures.ahead(now.plusSeconds(seconds), now)).isEqualTo(words);
    }

    @Test
    void a_time_ahead_of_the_clock_is_now() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(Figures.ago(now.plusSeconds(30), now)).isEqualTo("just now");
    }
}
