package io.atoll.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.atoll.e2e.suite.Answer;
import io.atoll.e2e.suite.Api;
import io.atoll.e2e.suite.Fleet;

/** A change of one cluster: what must be before, how it is asked for, what must be after. */
enum Action {
    CREATE("", "RUNNING") {
        @Override
        Answer send(Api api, String id, Ground ground) {
            return api.post("/api/v1/clusters", Fleet.request(id).put("runtime", ground.wire()));
        }
    },
    STOP("RUNNING", "STOPPED") {
        @Override
        Answer send(Api api, String id, Ground ground) {
            return api.post("/api/v1/clusters/" + id + "/stop");
        }
    },
    START("STOPPED", "RUNNING") {
        @Override
        Answer send(Api api, String id, Ground ground) {
            return api.post("/api/v1/clusters/" + id + "/start");
        }
    },
    UPDATE("RUNNING", "RUNNING") {
        @Override
        Answer send(Api api, String id, Ground ground) {
            var change = Api.object();
            change.putObject("kafka_config").put("log_retention_hours", RETENTION);
            var now = api.get("/api/v1/clusters/" + id);
            return now.status() == 200
                    ? api.put("/api/v1/clusters/" + id, now.header("ETag"), change)
                    : now;
        }

        @Override
        void assertDone(JsonNode cluster) {
            var hours = cluster.get("kafka_config").get("log_retention_hours").asInt();
            assertThat(hours).isEqualTo(RETENTION);
        }
    },
    DELETE("RUNNING", "") {
        @Override
        Answer send(Api api, String id, Ground ground) {
            return api.delete("/api/v1/clusters/" + id + "?force=true");
        }
    };

    private static final int RETENTION = 77;
    private final String before;
    private final String after;

    /** Phases; the empty one is the phase of what does not exist. */
    Action(String before, String after) {
        this.before = before;
        this.after = after;
    }

    String before() {
        return before;
    }

    String after() {
        return after;
    }

    abstract Answer send(Api api, String id, Ground ground);

    /** Looks for the effect beyond the phase. */
    void assertDone(JsonNode cluster) {}

    /**
     * True where the change is acknowledged. After a try without an answer, the refusals that say
     * "it is so already" acknowledge it too.
     */
    boolean isAcknowledged(Answer answer, boolean triedBefore) {
        var status = answer.status();
        if (status / 100 == 2) {
            return true;
        }
        assertThat(status).as(answer.toString()).isIn(404, 409, 412, 429, 500, 502, 503, 504);
        return triedBefore && (this == CREATE ? status == 409 : this == DELETE && status == 404);
    }
}
