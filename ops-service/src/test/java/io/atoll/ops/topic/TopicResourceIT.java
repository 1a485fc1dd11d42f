package io.atoll.ops.topic;

import static io.atoll.ops.Api.admin;
import static io.atoll.ops.Api.topics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.atoll.contracts.Topics;
import io.atoll.ops.Api;
import io.atoll.ops.Events;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(AtollStack.class)
class TopicResourceIT {

    private static final String CLUSTER = "topics-it";
    private static final String TOPICS = topics(CLUSTER);

    @BeforeEach
    void cluster() {
        Api.running(CLUSTER);
    }

    @Test
    void aTopicIsMadeSeenConfiguredAndDeleted() {
        admin().body(
                        """
                        {"name":"life","partitions":3,"config":{"retention.ms":"60000"}}""")
                .post(TOPICS)
                .then()
                .statusCode(201)
                .header("Location", equalTo("/api/v1/clusters/topics-it/topics/life"))
                .body("partitions", equalTo(3))
                .body("config", equalTo(Map.of("retention.ms", "60000")));
        admin().get(TOPICS + "?q=LIF")
                .then()
                .statusCode(200)
                .header("X-Total-Count", "1")
                .header("X-Data-State", "current")
                .header("X-Data-Age-Ms", notNullValue())
                .header("Age", notNullValue())
                .body("name", contains("life"));
        admin().get(TOPICS + "/life")
                .then()
                .statusCode(200)
                .body("partition_details", hasSize(3))
                .body("partition_details[0].leader", equalTo(1))
                .body("partition_details[0].in_sync_replicas", contains(1))
                .body("records", equalTo(0));
        admin().body("{\"config\":{\"cleanup.policy\":\"compact\"}}")
                .put(TOPICS + "/life/config")
                .then()
                .statusCode(200)
                .body("config", equalTo(Map.of("cleanup.policy", "compact")));
        admin().delete(TOPICS + "/life").then().statusCode(204);
        admin().get(TOPICS + "/life").then().statusCode(404);
        admin().get(TOPICS).then().body("name", not(hasItem("life")));
    }

    @Test
    void eachChangeIsToldAsAnEvent() {
        Api.topic(CLUSTER, "told", 1);
        admin().body("{\"config\":{\"retention.ms\":\"1000\"}}").put(TOPICS + "/told/config");
        admin().delete(TOPICS + "/told");
        Events.awaitTypes(Topics.EVENTS, "told", "topic.created", "topic.updated", "topic.deleted");
    }

    @Test
    void aDryRunTellsWhatWouldBeAndChangesNothing() {
        admin().body(
                        """
                        {"name":"plan","partitions":2,"config":{"min.insync.replicas":"2"}}""")
                .post(TOPICS + "?dry_run=true")
                .then()
                .statusCode(200)
                .body("action", equalTo("create"))
                .body("partitions", equalTo(2))
                .body("replication_factor", equalTo(1))
                .body("changes[0].pointer", equalTo("/config/min.insync.replicas"))
                .body("warnings[0]", containsString("nothing can be written"));
        admin().get(TOPICS + "/plan").then().statusCode(404);

        Api.topic(CLUSTER, "plan", 1, Map.of("retention.ms", "1000"));
        admin().body("{\"config\":{\"retention.ms\":\"2000\"}}")
                .put(TOPICS + "/plan/config?dry_run=true")
                .then()
                .statusCode(200)
                .body("changes[0].before", equalTo("1000"))
                .body("changes[0].after", equalTo("2000"));
        admin().get(TOPICS + "/plan").then().body("config.'retention.ms'", equalTo("1000"));

        admin().body("{\"topic\":\"plan\",\"records\":[{\"value\":\"a\"},{\"value\":\"b\"}]}")
                .post("/api/v1/clusters/topics-it/produce")
                .then()
                .statusCode(200);
        admin().delete(TOPICS + "/plan?dry_run=true")
                .then()
                .statusCode(200)
                .body("records", equalTo(2))
                .body("warnings[0]", equalTo("2 record(s) would be lost for good."));
        admin().get(TOPICS + "/plan").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'name':'taken'}|409||exists already",
                "{'name':'a b'}|400|/name|must be 1 to 249",
                "{'name':'..'}|400|/name|must be 1 to 249",
                "{'name':'__mine'}|422|/name|kept for topics of Kafka itself",
                "{'partitions':1}|400|/name|",
                "{'name':'x','partitions':0}|400|/partitions|",
                "{'name':'x','partitions':'many'}|400|/partitions|",
                "{'name':'x','replication_factor':3}|422|/replication_factor|is 3, but the cluster has 1 broker(s)",
                "{'name':'x','config':{'retention.mz':'1'}}|422|/config/retention.mz|retention.ms",
                "{'name':'x','config':{'retention.ms':'soon'}}|422|/config/retention.ms|soon",
                "{'name':'x','partition':1}|400|/partition|",
                "{'name':|400||",
                "[]|400||",
                "\"\"|400||",
            })
    void aWrongTopicIsRefusedWithTheFieldAndTheReason(
            String body, int status, String pointer, String detail) {
        admin().body("{\"name\":\"taken\"}").post(TOPICS);
        var answer = admin().body(body.replace('\'', '"')).post(TOPICS).then();
        answer.statusCode(status).contentType(startsWith("application/problem+json"));
        if (pointer != null) {
            answer.body("errors.pointer", hasItem(pointer));
        }
        if (detail != null) {
            assertThat(answer.extract().asString()).contains(detail);
        }
    }

    @Test
    void settingsThatTheClusterDoesNotKnowAreNamedWithNearOnes() {
        Api.topic(CLUSTER, "settings", 1);
        admin().body("{\"config\":{\"cleanup.polici\":\"compact\"}}")
                .put(TOPICS + "/settings/config")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/config/cleanup.polici"))
                .body("errors[0].detail", containsString("cleanup.policy"));
    }

    @Test
    void aTopicThatIsNotThereSuggestsNearOnes() {
        Api.topic(CLUSTER, "payments", 1);
        for (var path : List.of("/payment", "/payment?dry_run=true")) {
            admin().delete(TOPICS + path).then().statusCode(404).body("near", hasItem("payments"));
        }
        admin().get(TOPICS + "/payment").then().statusCode(404).body("near", hasItem("payments"));
        admin().body("{\"config\":{}}").put(TOPICS + "/payment/config").then().statusCode(404);
    }

    @Test
    void topicsOfKafkaItselfAreNotDeleted() {
        admin().delete(TOPICS + "/__consumer_offsets")
                .then()
                .statusCode(409)
                .body("detail", containsString("belongs to Kafka itself"));
    }

    @Test
    void pagesFollowEachOtherWhileTopicsComeAndGo() {
        for (var name : List.of("pg-a", "pg-b", "pg-c", "pg-d", "pg-e")) {
            Api.topic(CLUSTER, name, 1);
        }
        var seen = new ArrayList<String>();
        var path = TOPICS + "?q=pg-&page_size=2";
        while (path != null) {
            var page = admin().urlEncodingEnabled(false).get(path);
            page.then().statusCode(200);
            List<String> names = page.jsonPath().getList("name");
            seen.addAll(names);
            admin().delete(TOPICS + "/" + names.getLast()).then().statusCode(204);
            var link = page.header("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).containsExactly("pg-a", "pg-b", "pg-c", "pg-d", "pg-e");
    }

    @ParameterizedTest
    @CsvSource({
        "page_size=0,400",
        "page_size=-1,400",
        "page_size=1001,400",
        "page_size=x,400",
        "page_token=%20,400",
        "page_token=enp6eg,200",
        "fresh=true,200",
        "records=true,200",
        "internal=true,200"
    })
    void listParametersAreChecked(String query, int status) {
        admin().urlEncodingEnabled(false).get(TOPICS + "?" + query).then().statusCode(status);
    }

    @Test
    void aListWithRecordsCountsThem() {
        Api.topic(CLUSTER, "counted", 2, Map.of("retention.ms", "60000"));
        admin().body("{\"topic\":\"counted\",\"records\":[{\"value\":1},{\"value\":2}]}")
                .post("/api/v1/clusters/topics-it/produce")
                .then()
                .statusCode(200);
        admin().get(TOPICS + "?q=counted&records=true&config=true")
                .then()
                .body("[0].records", equalTo(2))
                .body("[0].config.'retention.ms'", equalTo("60000"));
    }
}
