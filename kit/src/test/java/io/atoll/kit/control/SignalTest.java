package io.atoll.kit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignalTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private final Signal signal = new Signal();

    @Test
    void raisedBeforeTheWaitItEndsTheWait() {
        signal.raise();
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> signal.await(LONG));
    }

    @Test
    void raisedOftenItCountsOnce() throws InterruptedException {
        signal.raise();
        signal.raise();
        signal.await(LONG);
        long start = System.nanoTime();
        signal.await(Duration.ofMillis(50));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }
}
