package io.atoll.ops.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final CircuitBreaker breaker =
            new CircuitBreaker(2, Duration.ofSeconds(1), Duration.ofSeconds(3), now::get);

    @Test
    void failuresInARowOpenIt() {
        assertThat(breaker.failed()).isFalse();
        breaker.succeeded();
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.refusal()).isEmpty();
        assertThat(breaker.failed()).isTrue();
        assertThat(breaker.refusal()).contains(Duration.ofSeconds(1));
    }

    @Test
    void afterTheWaitOneCallerProbes() {
        open();
        pass(1);
        assertThat(breaker.refusal()).isEmpty();
        assertThat(breaker.refusal()).isPresent();
        breaker.succeeded();
        assertThat(breaker.refusal()).isEmpty();
    }

    @Test
    void eachFailedProbeDoublesTheWaitUpToTheLongest() {
        open();
        for (long expected : new long[] {2, 3, 3}) {
            pass(3);
            assertThat(breaker.refusal()).isEmpty();
            breaker.failed();
            assertThat(breaker.refusal()).contains(Duration.ofSeconds(expected));
        }
    }

    private void open() {
        breaker.failed();
        breaker.failed();
    }

    private void pass(long seconds) {
        now.updateAndGet(moment -> moment.plusSeconds(seconds));
    }
}
