package io.atoll.gateway.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockPolicyTest {
    private static final LockPolicy POLICY =
            new LockPolicy(5, Duration.ofSeconds(30), Duration.ofMinutes(15));

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "5, 30", "6, 60", "7, 120", "9, 480", "10, 900", "5000, 900"})
    void locks_grow_with_failures_up_to_the_longest(long failures, long seconds) {
        assertThat(POLICY.lockAfter(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void this_instance_alone_counts_the_same_way() {
        var counter =
                new LocalCounter(
                        Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
        for (int i = 0; i < 5; i++) {
            assertThat(attempt(counter)).isZero();
        }
        assertThat(attempt(counter)).isEqualTo(Duration.ofSeconds(30));
        counter.forget("ada").await().indefinitely();
        assertThat(attempt(counter)).isZero();
    }

    private static Duration attempt(LocalCounter counter) {
        return counter.attempt("ada", POLICY, Duration.ofHours(1)).await().indefinitely();
    }
}
