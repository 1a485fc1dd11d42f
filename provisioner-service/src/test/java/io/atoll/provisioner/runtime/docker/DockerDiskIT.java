package io.atoll.provisioner.runtime.docker;

import static io.atoll.provisioner.runtime.docker.Boxed.condition;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.Condition;
import io.atoll.provisioner.runtime.process.Records;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A broker whose disk is full. */
@QuarkusTest
@TestProfile(ContainerProfile.class)
@WithTestResource(AtollStack.class)
class DockerDiskIT {

    @Inject ObjectMapper json;

    @BeforeAll
    static void requireDocker() {
        DockerOfTest.require();
    }

    @AfterAll
    static void sweep() {
        if (DockerOfTest.succeeds("version")) {
            DockerOfTest.sweep(ContainerProfile.HOME);
        }
    }

    @Test
    void aFullDiskIsToldAndTheBrokerComesBackOnceThereIsSpaceAgain() throws Exception {
        try (var cluster = new Boxed(json, "full", RuntimeName.DOCKER);
                var disk = new SmallVolume(ContainerProfile.HOME, "full", "broker-1")) {
            var kafka = cluster.wish().awaitRunning();
            Records.write(kafka, "kept");

            disk.fill();
            writeInVain(kafka);
            var full = cluster.await(DockerDiskIT::failedAgain);
            var told = condition(full, "Provisioned");
            assertThat(told.status()).isEqualTo(Condition.Status.FALSE);
            assertThat(told.message()).contains("disk is full");

            disk.giveBack();
            assertThat(Records.read(cluster.awaitRunning())).contains("kept");
        }
    }

    /** It was started with the disk as full as before, and ended once more. */
    private static boolean failedAgain(ClusterStatus status) {
        var isDown = condition(status, "Provisioned").reason().equals("NodesDown");
        return isDown && status.nodes().getFirst().restarts() >= 1;
    }

    /** More than fits into what is left of the last page. */
    private static void writeInVain(String bootstrap) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "request.timeout.ms", 1_000,
                        "delivery.timeout.ms", 2_000,
                        "linger.ms", 0,
                        "max.block.ms", 5_000);
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("orders", 0, null, new byte[200_000]));
        }
    }
}
