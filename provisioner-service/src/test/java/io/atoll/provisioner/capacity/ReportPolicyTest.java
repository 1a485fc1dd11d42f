package io.atoll.provisioner.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.contracts.runtime.RuntimesObserved;
import io.atoll.contracts.spec.RuntimeName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportPolicyTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Test
    void the_first_look_and_every_change_that_matters_is_news() {
        var told = report(0, 4L << 30, 10, true);
        assertThat(ReportPolicy.isNews(null, told, LONGEST)).isTrue();
        assertThat(ReportPolicy.isNews(told, report(5, 4L << 30, 10, true), LONGEST)).isFalse();
        assertThat(ReportPolicy.isNews(told, report(5, 3L << 30, 10, true), LONGEST)).isTrue();
        assertThat(ReportPolicy.isNews(told, report(5, 4L << 30, 9, true), LONGEST)).isTrue();
        assertThat(ReportPolicy.isNews(told, report(5, 4L << 30, 10, false), LONGEST)).isTrue();
    }

    @Test
    void noise_is_told_only_now_and_then() {
        var told = report(0, 4L << 30, 10, true);
        assertThat(ReportPolicy.isNews(told, report(5, (4L << 30) + 1, 10, true), LONGEST))
                .isFalse();
        assertThat(ReportPolicy.isNews(told, report(30, (4L << 30) + 1, 10, true), LONGEST))
                .isTrue();
    }

    private static RuntimesObserved report(
            int second, long memoryFree, int portsFree, boolean healthy) {
        var view =
                new RuntimeView(
                        RuntimeName.PROCESS,
                        healthy,
                        healthy ? null : "It is away.",
                        "1",
                        List.of(),
                        List.of(),
                        2,
                        8L << 30,
                        memoryFree,
                        9L << 30,
                        true);
        return new RuntimesObserved(
                Instant.EPOCH.plusSeconds(second), List.of(view), 100, portsFree);
    }
}
