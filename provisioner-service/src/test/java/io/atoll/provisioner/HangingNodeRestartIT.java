package io.atoll.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.event.EventType;
import io.atoll.contracts.status.Phase;
import io.atoll.provisioner.runtime.process.Records;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A broker that goes on hanging is ended by force and started again with its records. */
@QuarkusTest
@TestProfile(RestartsHangingNodes.class)
@WithTestResource(AtollStack.class)
class HangingNodeRestartIT {

    @Inject ObjectMapper json;

    @Test
    void aBrokerThatGoesOnHangingIsEndedAndStartedAgain() throws Exception {
        try (var cluster = new Hanging(json, "stuck")) {
            var before = cluster.last();
            long pid = before.nodes().getFirst().pid();
            Records.write(before.endpoints().get("kafka"), "kept");

            Hanging.signal("STOP", pid);
            var again =
                    cluster.await(
                            status ->
                                    status.phase() == Phase.RUNNING
                                            && status.nodes().getFirst().pid() != pid);

            assertThat(ProcessHandle.of(pid)).isEmpty();
            assertThat(cluster.processes()).containsExactly(again.nodes().getFirst().pid());
            assertThat(again.nodes().getFirst().lastExit())
                    .as(cluster::story)
                    .isEqualTo("It gave no answer any more.");
            assertThat(cluster.topics.eventTypes("stuck"))
                    .contains(EventType.NODE_STOPPED)
                    .doesNotContain(EventType.NODE_DIED);
            assertThat(Records.read(again.endpoints().get("kafka"))).contains("kept");
        }
    }
}
