package io.atoll.e2e.suite;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.core.ConditionTimeoutException;

/** What tests do with clusters, through the public API. */
public final class Fleet {
    /** Long enough for a machine that does many other things. */
    private static final Duration LONG = Duration.ofSeconds(180);

    private static final Duration SHORT = Duration.ofSeconds(40);
    private static volatile boolean disappointed;

    private final Suite suite;

    public Fleet(Suite suite) {
        this.suite = suite;
    }

    /** How long things are waited for: less once one has not come at all. */
    public static Duration patience() {
        return disappointed ? SHORT : LONG;
    }

    /** A request for a small cluster, ready to be changed. */
    public static ObjectNode request(String id) {
        var request = Api.object();
        request.put("name", id).put("id", id).put("environment", "test");
        request.put("template_id", "development");
        request.putObject("kafka_config").put("heap_size", "192M");
        return request;
    }

    public JsonNode create(ObjectNode request) {
        return suite.admin().post("/api/v1/clusters", request).expect(201).json();
    }

    public JsonNode createAndAwait(ObjectNode request) {
        var id = create(request).get("id").asText();
        return awaitPhase(id, "RUNNING");
    }

    public Answer answer(String id) {
        return suite.admin().get("/api/v1/clusters/" + id);
    }

    public JsonNode get(String id) {
        return answer(id).expect(200).json();
    }

    public void start(String id) {
        suite.admin().post("/api/v1/clusters/" + id + "/start").expect(202);
    }

    public void stop(String id) {
        suite.admin().post("/api/v1/clusters/" + id + "/stop").expect(202);
    }

    public void stopAndAwait(String id) {
        stop(id);
        awaitPhase(id, "STOPPED");
    }

    public void delete(String id) {
        suite.admin().delete("/api/v1/clusters/" + id + "?force=true").expect(202, 204, 404);
    }

    public void deleteAndAwait(String id) {
        delete(id);
        awaitGone(id);
    }

    public void awaitGone(String id) {
        awaitAnswer(id, "gone", answer -> answer.status() == 404);
    }

    /** Waits until the phase is shown for the present generation; outages in between are borne. */
    public JsonNode awaitPhase(String id, String phase) {
        return awaitAnswer(id, phase, answer -> isSettled(answer, phase)).json();
    }

    private Answer awaitAnswer(String id, String what, Predicate<Answer> wanted) {
        try {
            return await("cluster " + id + " " + what)
                    .atMost(patience())
                    .ignoreExceptions()
                    .until(() -> answer(id), wanted);
        } catch (ConditionTimeoutException late) {
            disappointed = true;
            throw new AssertionError("cluster " + id + " never " + what + ": " + answer(id), late);
        }
    }

    private static boolean isSettled(Answer answer, String phase) {
        return answer.status() == 200 && isSettled(answer.json(), phase);
    }

    public static boolean isSettled(JsonNode cluster, String phase) {
        var status = cluster.get("status");
        return status.get("phase").asText().equals(phase)
                && status.get("observed_generation").asLong() == cluster.get("generation").asLong();
    }

    public static String bootstrap(JsonNode cluster) {
        return cluster.get("status").get("endpoints").get("kafka").asText();
    }

    public void createTopic(String id, String topic, int partitions, int replicas) {
        var body = Api.object().put("name", topic).put("partitions", partitions);
        body.put("replication_factor", replicas);
        var path = "/api/v1/clusters/" + id + "/topics";
        await("topic " + topic + " on " + id)
                .atMost(patience())
                .until(
                        () -> suite.admin().post(path, body),
                        a -> List.of(201, 409).contains(a.expect(201, 409, 503, 504).status()));
    }
}
