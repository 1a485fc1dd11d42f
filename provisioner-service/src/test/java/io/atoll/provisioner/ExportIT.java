package io.atoll.provisioner;

import static io.atoll.provisioner.Calls.as;
import static io.atoll.provisioner.Calls.get;
import static io.atoll.provisioner.Wishes.deleted;
import static io.atoll.provisioner.Wishes.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallClusters.class)
@WithTestResource(AtollStack.class)
class ExportIT {

    private static final String PATH = "/api/v1/clusters/shown/export";

    @Inject ObjectMapper json;

    @Test
    void a_cluster_is_shown_as_a_compose_file_to_those_who_may_see_it() throws Exception {
        try (var topics = new ControlTopicsOfTest(json)) {
            topics.wish(wish("shown", 1, KafkaSamples.spec(1, 0, false, 0)));
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> get(PATH + "?format=compose").statusCode(200));
            var viewer = as(Grant.everywhere(Role.VIEWER)).get(PATH + "?format=compose");
            assertThat(viewer.contentType()).startsWith("application/yaml");
            assertThat(viewer.header("Content-Disposition")).contains("shown.compose.yaml");
            assertThat(viewer.asString())
                    .contains("name: \"kafka-shown\"", "${KAFKA_IMAGE:-apache/kafka:4.1.1}")
                    .doesNotContain("version:");
            get(PATH).statusCode(400).body("detail", containsString("must be compose"));
            get(PATH + "?format=xml").statusCode(400);
            var other = new Grant(Role.ADMIN, null, null, "other");
            as(other).get(PATH + "?format=compose").then().statusCode(404);
            topics.wish(deleted("shown", 2));
        }
    }
}
