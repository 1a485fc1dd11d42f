package io.atoll.provisioner.runtime.docker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.ClusterStatusChanged;
import io.atoll.contracts.status.Condition;
import io.atoll.contracts.status.Phase;
import io.atoll.provisioner.ControlTopicsOfTest;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The wish for a cluster of one broker, and what the service tells about it. */
final class Boxed implements AutoCloseable {

    private static final Duration LONG = Duration.ofMinutes(2);

    private final String id;
    private final ObjectMapper json;
    private final ControlTopicsOfTest topics;
    private final ClusterDesired wish;

    Boxed(ObjectMapper json, String id, RuntimeName runtime) {
        this.id = id;
        this.json = json;
        this.topics = new ControlTopicsOfTest(json);
        this.wish = KafkaSamples.desired(id, 1, spec(runtime));
    }

    Boxed wish() throws Exception {
        topics.wish(wish);
        return this;
    }

    private static KafkaSpec spec(RuntimeName runtime) {
        var small = KafkaSamples.spec(1, 0, true, 0);
        return new KafkaSpec(
                runtime,
                true,
                0,
                0,
                1,
                small.kafkaConfig(),
                null,
                null,
                null,
                small.retentionPolicy());
    }

    /** The address for clients once it runs. */
    String awaitRunning() {
        return await(status -> status.phase() == Phase.RUNNING).endpoints().get("kafka");
    }

    ClusterStatus await(Predicate<ClusterStatus> state) {
        return Awaitility.await()
                .atMost(LONG)
                .until(this::last, status -> status != null && state.test(status));
    }

    private ClusterStatus last() {
        var told = topics.statuses(id);
        return told.isEmpty() ? null : told.getLast().status();
    }

    static Condition condition(ClusterStatus status, String type) {
        return status.conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws Exception {
        ObjectNode unwanted = json.valueToTree(wish);
        topics.send(id, unwanted.put("generation", 2).put("deleted", true).toString());
        Awaitility.await()
                .atMost(LONG)
                .until(() -> topics.statuses(id).stream().anyMatch(ClusterStatusChanged::gone));
        topics.close();
    }
}
