package io.atoll.ops.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.RetentionPolicy;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachCalculatorTest {

    @ParameterizedTest
    @CsvSource({
        // wanted running, deleted, phase, endpoint known -> reach
        "true,false,RUNNING,true,At",
        "true,false,DEGRADED,true,At",
        "true,false,RUNNING,false,Opening",
        "true,false,PENDING,false,Opening",
        "true,false,CREATING,true,Opening",
        "true,false,STOPPED,false,Opening",
        "true,false,STOPPING,true,Opening",
        "true,false,FAILED,true,Closed",
        "true,false,DELETING,true,Closed",
        "false,false,RUNNING,true,Closed",
        "false,false,STOPPED,false,Closed",
        "true,true,RUNNING,true,Closed",
    })
    void theReachFollowsFromSpecAndStatus(
            boolean running, boolean deleted, Phase phase, boolean known, String reach) {
        var found = ReachCalculator.of(desired(running, deleted, 0), status(phase, known), "kafka");
        assertThat(found.getClass().getSimpleName()).isEqualTo(reach);
    }

    @Test
    void withoutAStatusAClusterIsStillStarting() {
        assertThat(ReachCalculator.of(desired(true, false, 0), null, "kafka"))
                .isEqualTo(new Reach.Opening("Cluster 'c' is still starting."));
    }

    @Test
    void aWipedClusterIsAnotherOneAtTheSameAddress() {
        var status = status(Phase.RUNNING, true);
        assertThat(ReachCalculator.of(desired(true, false, 0), status, "kafka"))
                .isNotEqualTo(ReachCalculator.of(desired(true, false, 1), status, "kafka"));
    }

    @Test
    void aServiceInTheNetworkOfTheNodesConnectsToTheirNamesThere() {
        var cluster = desired(true, false, 0);

        assertThat(ReachCalculator.of(cluster, status(Phase.RUNNING, true), "kafka_internal"))
                .isEqualTo(new Reach.At("atoll-c-1:19092", 0));
    }

    static ClusterDesired desired(boolean running, boolean deleted, long epoch) {
        var spec =
                new KafkaSpec(
                        RuntimeName.PROCESS,
                        running,
                        0,
                        epoch,
                        1,
                        KafkaConfig.empty(),
                        null,
                        null,
                        null,
                        RetentionPolicy.DEFAULT);
        return new ClusterDesired(
                "c",
                "c",
                "test",
                Map.of(),
                1,
                deleted,
                spec,
                null,
                null,
                null,
                Instant.EPOCH,
                false);
    }

    static ClusterStatus status(Phase phase, boolean known) {
        return new ClusterStatus(
                phase,
                1,
                List.of(),
                known
                        ? Map.of("kafka", "127.0.0.1:9092", "kafka_internal", "atoll-c-1:19092")
                        : Map.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH);
    }
}
