package io.atoll.launcher.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration SHORT = Duration.ofSeconds(1);

    @Test
    void doublesUpToHalfAMinute() {
        var backoff = Backoff.none();
        for (var expected : new long[] {500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000}) {
            backoff = backoff.after(SHORT);
            assertThat(backoff.delay()).isEqualTo(Duration.ofMillis(expected));
        }
    }

    @Test
    void beginsAnewAfterAGoodRun() {
        var backoff = Backoff.none().after(SHORT).after(SHORT).after(Duration.ofMinutes(2));

        assertThat(backoff.delay()).isEqualTo(Duration.ofMillis(500));
    }
}
