package io.atoll.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.rate.quota.Limit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Limit READ = new Limit(LimitClass.READ, 100, Duration.ofSeconds(60));
    private static final Limit AT_ONCE = new Limit(LimitClass.CONCURRENT, 8, Duration.ZERO);

    @Test
    void headers_have_the_form_of_the_draft() {
        var standing = Standing.of(READ, 50, 29_000_001);
        assertThat(standing.policyHeader()).isEqualTo("\"read\";q=100;w=60");
        assertThat(standing.nowHeader()).isEqualTo("\"read\";r=50;t=30");
    }

    @Test
    void concurrent_requests_have_a_unit_and_no_window() {
        var standing = Standing.of(AT_ONCE, 0, 0);
        assertThat(standing.policyHeader())
                .isEqualTo("\"concurrent\";q=8;qu=\"concurrent-requests\"");
        assertThat(standing.nowHeader()).isEqualTo("\"concurrent\";r=0;t=1");
    }

    @Test
    void a_refusal_names_the_policy_and_never_sends_back_too_early() {
        for (int i = 0; i < 200; i++) {
            var refusal = RateLimited.of(Standing.of(READ, 0, 40_000_000));
            assertThat(refusal.members())
                    .containsEntry("violated-policies", List.of("read"))
                    .hasEntrySatisfying(
                            "retry_after_seconds", s -> assertThat((Integer) s).isBetween(40, 45));
        }
    }
}
