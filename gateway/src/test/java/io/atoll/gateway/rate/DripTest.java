package io.atoll.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.rate.quota.Limit;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DripTest {
    private static final long NOW = 1_800_000_000_000_000L;
    private static final long SECOND = 1_000_000;

    private static Drip drip(int quota, int seconds) {
        return Drip.of(new Limit(LimitClass.READ, quota, Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 60", "60, 60", "999, 3600", "6000, 60", "1000000, 3600"})
    void the_whole_quota_goes_at_once_and_not_one_more(int quota, int seconds) {
        Drip drip = drip(quota, seconds);
        long fullAt = 0;
        int taken = 0;
        while (drip.left(fullAt, NOW) > 0) {
            fullAt = drip.afterTaking(1, fullAt, NOW);
            taken++;
        }
        assertThat(taken).isBetween(quota, quota + quota / 1000);
    }

    @Test
    void what_was_taken_comes_back_evenly() {
        Drip drip = drip(60, 60);
        long fullAt = drip.afterTaking(60, 0, NOW);
        assertThat(drip.left(fullAt, NOW)).isZero();
        assertThat(drip.untilNext(fullAt, NOW)).isEqualTo(SECOND);
        assertThat(drip.left(fullAt, NOW + SECOND - 1)).isZero();
        assertThat(drip.left(fullAt, NOW + SECOND)).isOne();
        assertThat(drip.left(fullAt, NOW + 30 * SECOND)).isEqualTo(30);
        assertThat(drip.missing(fullAt, NOW)).isEqualTo(60 * SECOND);
        assertThat(drip.left(fullAt, NOW + 100 * SECOND)).isEqualTo(60);
    }

    @Test
    void what_is_returned_can_be_taken_again_and_never_makes_more_than_the_quota() {
        Drip drip = drip(10, 10);
        long fullAt = drip.afterTaking(4, 0, NOW);
        assertThat(drip.left(drip.afterReturning(4, fullAt, NOW), NOW)).isEqualTo(10);
        assertThat(drip.left(drip.afterReturning(400, fullAt, NOW), NOW)).isEqualTo(10);
    }

    @Test
    void a_clock_or_a_limit_that_changed_locks_nobody_out_for_longer_than_the_window() {
        Drip drip = drip(10, 10);
        assertThat(drip.untilNext(NOW + 3600 * SECOND, NOW)).isLessThanOrEqualTo(SECOND);
    }

    @RepeatedTest(20)
    void in_any_time_no_more_pass_than_the_quota_and_what_came_back(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        int quota = 1 + random.nextInt(500);
        int window = 1 + random.nextInt(120);
        Drip drip = drip(quota, window);
        long now = NOW;
        long fullAt = 0;
        long passed = 0;
        for (int i = 0; i < 5_000; i++) {
            now += random.nextLong(window * SECOND / quota);
            if (drip.left(fullAt, now) > 0) {
                fullAt = drip.afterTaking(1, fullAt, now);
                passed++;
            }
        }
        double most = quota + (double) (now - NOW) * quota / (window * SECOND) + 1;
        assertThat((double) passed).isLessThanOrEqualTo(most);
    }
}
