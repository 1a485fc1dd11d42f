package io.atoll.ops.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.status.ClusterStatusChanged;
import io.atoll.contracts.status.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClusterDirectoryTest {

    private final ClusterDirectory directory = new ClusterDirectory("kafka");

    @Test
    void anOlderMessageThatComesAgainChangesNothing() {
        directory.desired("c", desired(2, "new"));
        directory.desired("c", desired(1, "old"));
        assertThat(directory.find("c").orElseThrow().scope().environment()).isEqualTo("new");
        directory.status("c", status(2, Phase.RUNNING));
        directory.status("c", status(1, Phase.CREATING));
        assertThat(directory.find("c").orElseThrow().reach("kafka")).isInstanceOf(Reach.At.class);
    }

    @Test
    void afterATombstoneAClusterOfTheSameIdBeginsAnew() {
        directory.desired("c", desired(9, "old"));
        directory.desired("c", null);
        assertThat(directory.find("c")).isEmpty();
        directory.desired("c", desired(1, "new"));
        assertThat(directory.find("c").orElseThrow().scope().environment()).isEqualTo("new");
    }

    @Test
    void whatTheTopicNoLongerHoldsIsForgottenAndListenersAreTold() {
        var told = new ArrayList<String>();
        directory.desired("kept", desired(1, "e"));
        directory.desired("gone", desired(1, "e"));
        directory.listen(told::add);
        directory.retainDesired(Set.of("kept"));
        assertThat(directory.all()).extracting(k -> k.desired().environment()).hasSize(1);
        assertThat(told).containsExactly("gone");
    }

    @Test
    void aStatusWithoutASpecIsNoCluster() {
        directory.status("c", status(1, Phase.RUNNING));
        assertThat(directory.find("c")).isEmpty();
        assertThat(directory.awaitReach("c", 10_000)).isEmpty();
    }

    @Test
    void waitingForAClusterEndsWhenItIsUp() throws Exception {
        directory.desired("c", desired(1, "e"));
        var waiting =
                Thread.startVirtualThread(
                        () ->
                                assertThat(directory.awaitReach("c", 60_000))
                                        .get()
                                        .isInstanceOf(Reach.At.class));
        directory.status("c", status(1, Phase.RUNNING));
        assertThat(waiting.join(java.time.Duration.ofSeconds(10))).isTrue();
    }

    private static ClusterDesired desired(long generation, String environment) {
        var spec = ReachCalculatorTest.desired(true, false, 0).spec();
        return new ClusterDesired(
                "c",
                "c",
                environment,
                Map.of(),
                generation,
                false,
                spec,
                null,
                null,
                null,
                Instant.EPOCH,
                false);
    }

    private static ClusterStatusChanged status(long sequence, Phase phase) {
        return new ClusterStatusChanged(
                "c", sequence, false, ReachCalculatorTest.status(phase, true));
    }
}
