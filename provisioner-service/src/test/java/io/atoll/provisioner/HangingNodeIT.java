package io.atoll.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.event.EventType;
import io.atoll.contracts.status.Condition;
import io.atoll.contracts.status.NodeStatus.State;
import io.atoll.contracts.status.Phase;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A broker that hangs is told as such, and is itself again when it goes on. */
@QuarkusTest
@TestProfile(SmallClusters.class)
@WithTestResource(AtollStack.class)
class HangingNodeIT {

    @Inject ObjectMapper json;

    @Test
    void aBrokerThatHangsIsToldAndRunsOnAsTheSameProcess() throws Exception {
        try (var cluster = new Hanging(json, "hangs")) {
            long pid = cluster.last().nodes().getFirst().pid();
            Hanging.signal("STOP", pid);
            try {
                var hanging = cluster.await(status -> status.phase() == Phase.DEGRADED);
                var ready =
                        hanging.conditions().stream()
                                .filter(condition -> condition.type().equals("Ready"))
                                .findFirst()
                                .orElseThrow();
                assertThat(ready.status()).isEqualTo(Condition.Status.FALSE);
                assertThat(ready.reason()).isEqualTo("NodesNotAnswering");
                assertThat(ready.message()).isEqualTo("No node answers.");
                assertThat(hanging.nodes().getFirst().state()).isEqualTo(State.FAILED);
                assertThat(hanging.nodes().getFirst().pid()).isEqualTo(pid);
            } finally {
                Hanging.signal("CONT", pid);
            }
            var again = cluster.await(status -> status.phase() == Phase.RUNNING);

            assertThat(again.nodes().getFirst().pid()).isEqualTo(pid);
            assertThat(again.nodes().getFirst().restarts()).isZero();
            assertThat(cluster.processes()).containsExactly(pid);
            assertThat(cluster.topics.eventTypes("hangs"))
                    .containsOnlyOnce(EventType.NODE_STARTED)
                    .doesNotContain(EventType.NODE_DIED, EventType.NODE_STOPPED);
        }
    }
}
