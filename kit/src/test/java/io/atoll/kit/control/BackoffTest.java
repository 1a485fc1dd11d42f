package io.atoll.kit.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "2,2", "3,4", "6,32", "7,60", "1000,60"})
    void doublesUpToTheLongest(int failures, int wholeSeconds) {
        var random = new Random(failures);
        for (int i = 0; i < 200; i++) {
            assertThat(backoff.after(failures, random))
                    .isBetween(
                            Duration.ofMillis(wholeSeconds * 500L),
                            Duration.ofSeconds(wholeSeconds));
        }
    }

    @RepeatedTest(3)
    void thoseWhoFailedTogetherDoNotComeBackTogether() {
        var random = new Random();
        assertThat(random.ints(100).mapToObj(_ -> backoff.after(5, random)).distinct().count())
                .isGreaterThan(50);
    }
}
