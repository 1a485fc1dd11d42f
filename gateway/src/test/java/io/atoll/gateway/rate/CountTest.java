package io.atoll.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.rate.quota.Limit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountTest {
    private static final long NOW = 1_800_000_000_000_000L;
    private static final long SECOND = 1_000_000;
    private static final Limit LIMIT = new Limit(LimitClass.READ, 600, Duration.ofSeconds(60));

    private final Count count = new Count(LIMIT);

    @Test
    void spends_its_lease_and_then_has_to_ask() {
        assertThat(count.takeLeased(NOW)).isFalse();
        count.receive(new Lease(2, SECOND / 5), NOW);
        assertThat(count.takeLeased(NOW)).isTrue();
        assertThat(count.takeLeased(NOW)).isTrue();
        assertThat(count.takeLeased(NOW)).isFalse();
        assertThat(count.isUsedUp(NOW)).isFalse();
    }

    @Test
    void returns_what_it_did_not_spend_in_time() {
        count.receive(new Lease(10, SECOND), NOW);
        count.takeLeased(NOW);
        long later = NOW + 2 * SECOND;
        assertThat(count.takeLeased(later)).isFalse();
        assertThat(count.wish(1, later)).isEqualTo(new Lease.Wish(1, 10, 9));
        assertThat(count.wish(1, later)).isEqualTo(new Lease.Wish(1, 10, 0));
    }

    @Test
    void what_is_leased_and_not_used_is_said_to_remain() {
        count.receive(new Lease(10, SECOND), NOW);
        assertThat(count.shared(NOW).remaining()).isEqualTo(600);
        count.takeLeased(NOW);
        assertThat(count.shared(NOW).remaining()).isEqualTo(599);
    }

    @Test
    void remembers_for_a_second_that_there_is_nothing() {
        count.receive(new Lease(0, 60 * SECOND), NOW);
        assertThat(count.isUsedUp(NOW + SECOND / 20)).isTrue();
        assertThat(count.isUsedUp(NOW + SECOND)).isFalse();
        assertThat(count.shared(NOW).resetSeconds()).isOne();
    }

    @Test
    void alone_it_goes_on_from_what_it_let_through_before() {
        count.receive(new Lease(400, 40 * SECOND), NOW);
        for (int i = 0; i < 400; i++) {
            count.takeLeased(NOW);
        }
        int alone = 0;
        while (count.takeAlone(NOW)) {
            alone++;
        }
        assertThat(alone).isEqualTo(200);
    }
}
