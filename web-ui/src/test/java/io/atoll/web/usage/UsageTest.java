package io.atoll.web.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.runtime.UsageView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void the_same_sample_counts_once_and_old_ones_go() {
        UsageHistory history = new UsageHistory();
        for (int i = 0; i < 100; i++) {
            history.add(sample(i));
            history.add(sample(i));
        }
        List<UsageView> kept = history.add(sample(99));
        assertThat(kept).hasSize(60);
        assertThat(kept.getLast().sampledAt()).isEqualTo(START.plusSeconds(99));
    }

    @Test
    void one_value_makes_no_line() {
        assertThat(Sparkline.of(List.of(1.0), 1).drawn()).isFalse();
    }

    @Test
    void a_line_stays_in_its_box() {
        Sparkline line = Sparkline.of(List.of(0.0, 5.0, 10.0), 1);
        assertThat(line.line()).isEqualTo("M0.0 23.0 L50.0 13.0 L100.0 3.0");
    }

    @Test
    void what_is_not_known_is_no_share() {
        UsageLook look = UsageLook.of(sample(0), List.of(), Machine.UNKNOWN);
        assertThat(look.memory().percent()).isZero();
        assertThat(look.memory().figure()).isEqualTo("512 MB");
    }

    private static UsageView sample(int second) {
        return new UsageView("c", 0.5, 512L << 20, 1, 0, 0, START.plusSeconds(second), List.of());
    }

    @Test
    void a_line_of_zeros_lies_on_the_floor() {
        assertThat(Sparkline.of(List.of(0.0, 0.0), 0).line()).isEqualTo("M0.0 23.0 L100.0 23.0");
    }
}
