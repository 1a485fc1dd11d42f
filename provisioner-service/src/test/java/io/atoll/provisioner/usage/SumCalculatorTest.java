package io.atoll.provisioner.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atoll.contracts.runtime.UsageSum;
import io.atoll.contracts.runtime.UsageView;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.kit.refusal.Malformed;
import io.atoll.kit.validation.PageParameters;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.provisioner.usage.SumCalculator.Share;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SumCalculatorTest {

    @Test
    void a_stopped_cluster_is_promised_disk_and_no_memory() {
        assertThat(share("a", true).usage().promisedMemoryBytes()).isEqualTo(1L << 29);
        assertThat(share("a", false).usage().promisedMemoryBytes()).isZero();
        assertThat(share("a", false).usage().promisedDiskBytes()).isEqualTo(1L << 28);
    }

    @Test
    void sums_are_what_their_clusters_are_promised_and_take() {
        var shares = List.of(share("a", true), share("b", true), share("c", false));
        assertThat(SumCalculator.by(ClusterDesired::environment, shares))
                .containsExactly(new UsageSum("dev", 3, 2, 1L << 30, 3L << 28, 0.75, 3_000, 600));
        assertThat(SumCalculator.by(ClusterDesired::id, shares))
                .extracting(UsageSum::name)
                .containsExactly("a", "b", "c");
    }

    @Test
    void pages_follow_one_another_without_a_gap() {
        var names = IntStream.range(0, 25).mapToObj("n%02d"::formatted).toList();
        var first = UsagePage.of(names, n -> n, new PageParameters(10, ""));
        var second = UsagePage.of(names, n -> n, new PageParameters(10, first.next()));
        var third = UsagePage.of(names, n -> n, new PageParameters(10, second.next()));
        assertThat(first.items()).hasSize(10);
        assertThat(second.items().getFirst()).isEqualTo("n10");
        assertThat(third.items()).hasSize(5);
        assertThat(third.next()).isNull();
        assertThatThrownBy(() -> UsagePage.of(names, n -> n, new PageParameters(10, "%%")))
                .isInstanceOf(Malformed.class);
    }

    private static Share share(String id, boolean running) {
        var cluster = KafkaSamples.desired(id, 1, KafkaSamples.spec(1, 0, running, 0));
        var measured = new UsageView(id, 0.25, 1_000, 200, 0, 0, Instant.EPOCH, List.of());
        return new Share(cluster, UsageCalculator.promised(cluster, measured));
    }
}
