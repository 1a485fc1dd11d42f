package io.atoll.gateway.event;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class EventStreamIT {
    private final String cluster = "c-" + UUID.randomUUID().toString().substring(0, 8);
    private EventTopic topic;

    /** A stream that is open when the gateway finds the topic begins again with a reset. */
    @BeforeEach
    void open() throws Exception {
        topic = new EventTopic();
        topic.write("node.started", cluster + "-first", "dev", "first");
        awaitLogged(Callers.admin(), cluster + "-first", 1);
    }

    @AfterEach
    void close() {
        topic.close();
    }

    private static ConditionFactory soon() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50));
    }

    private static EventSource follow(Tokens tokens, String query) {
        var source = new EventSource(tokens, query, "");
        soon().until(source::isOpen);
        return source;
    }

    private static void awaitLogged(Tokens admin, String cluster, int events) {
        soon().untilAsserted(
                        () ->
                                as(admin)
                                        .get("/api/v1/events?cluster=" + cluster)
                                        .then()
                                        .body("", hasSize(events)));
    }

    @Test
    void events_arrive_with_their_offset_as_id() throws Exception {
        try (var source = follow(Callers.admin(), "cluster=" + cluster)) {
            long offset = topic.write("node.died", cluster, "dev", "broker-2 ended.");
            soon().until(() -> source.types().contains("node.died"));
            assertThat(source.ids()).contains(Long.toString(offset));
            assertThat(source.data().getLast())
                    .contains("\"message\":\"broker-2 ended.\"", "\"cluster\":\"" + cluster + "\"");
        }
    }

    @Test
    void a_stream_resumes_exactly_after_the_last_event_seen() throws Exception {
        Tokens admin = Callers.admin();
        long first = topic.write("node.started", cluster, "dev", "1");
        topic.write("node.started", cluster, "dev", "2");
        topic.raw("no event at all");
        topic.write("node.started", cluster, "dev", "3");
        awaitLogged(admin, cluster, 3);
        try (var source = new EventSource(admin, "cluster=" + cluster, Long.toString(first))) {
            soon().until(() -> source.data().size() >= 2);
            topic.write("node.started", cluster, "dev", "4");
            soon().until(() -> source.data().size() >= 3);
            assertThat(
                            source.data().stream()
                                    .map(d -> d.replaceAll(".*\"message\":\"(.)\".*", "$1")))
                    .containsExactly("2", "3", "4");
        }
    }

    @Test
    void an_event_that_was_published_twice_is_told_once() throws Exception {
        Tokens admin = Callers.admin();
        try (var source = follow(admin, "cluster=" + cluster)) {
            topic.write("node.started", cluster, "dev", "twice");
            topic.again();
            topic.write("node.died", cluster, "dev", "after");
            topic.again();
            topic.write("node.stopped", cluster, "dev", "last");
            soon().until(() -> source.types().contains("node.stopped"));
            assertThat(source.types()).containsExactly("node.started", "node.died", "node.stopped");
        }
        awaitLogged(admin, cluster, 3);
    }

    @Test
    void an_id_that_is_gone_or_was_never_there_gets_one_reset() throws Exception {
        Tokens admin = Callers.admin();
        for (String id : List.of("999999999999", "x", "99999999999999999999999")) {
            try (var source = new EventSource(admin, "cluster=" + cluster, id)) {
                soon().until(source::isOpen);
                topic.write("node.started", cluster, "dev", "after");
                soon().until(() -> source.types().contains("node.started"));
                assertThat(source.types()).containsExactly("reset", "node.started");
            }
        }
    }

    @Test
    void filters_hold_for_streams_and_lists_alike() throws Exception {
        Tokens admin = Callers.admin();
        String query = "cluster=" + cluster + "&type=node.died&type=node.started";
        try (var source = follow(admin, query)) {
            topic.write("cluster.created", cluster, "dev", "no");
            topic.write("node.died", "other", "dev", "no");
            topic.write("node.died", cluster, "dev", "yes");
            topic.write("node.started", cluster, "dev", "yes");
            soon().until(() -> source.types().size() >= 2);
            assertThat(source.types()).containsExactly("node.died", "node.started");
        }
        as(admin)
                .get("/api/v1/events?" + query + "&page_size=1")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].type", equalTo("node.started"));
    }

    @Test
    void pages_of_the_list_follow_their_links() throws Exception {
        Tokens admin = Callers.admin();
        for (int i = 0; i < 3; i++) {
            topic.write("node.died", cluster, "dev", Integer.toString(i));
        }
        awaitLogged(admin, cluster, 3);
        var page = as(admin).get("/api/v1/events?page_size=2&cluster=" + cluster);
        assertThat(page.<List<String>>path("message")).containsExactly("2", "1");
        String next = page.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        var last = as(admin).get(next);
        assertThat(last.<List<String>>path("message")).containsExactly("0");
        assertThat(last.header("Link")).isNull();
        as(admin).get("/api/v1/events?page_token=zzz").then().statusCode(400);
        as(admin).get("/api/v1/events?page_size=1001").then().statusCode(400);
    }

    @Test
    void nobody_gets_events_of_clusters_out_of_reach() throws Exception {
        String name = Callers.user(List.of(Map.of("role", "viewer", "environment", "staging")));
        Tokens viewer = Callers.login(name, PASSWORD);
        try (var source = follow(viewer, "")) {
            topic.write("node.died", cluster, "dev", "not for you");
            topic.write("user.signed_in", null, null, "not for you");
            topic.write("node.died", cluster, "staging", "for you");
            soon().until(() -> !source.data().isEmpty());
            assertThat(source.data()).hasSize(1).first().asString().contains("for you");
        }
        as(viewer)
                .get("/api/v1/events?cluster=" + cluster)
                .then()
                .body("message", equalTo(List.of("for you")));
    }

    @Test
    void a_stream_ends_when_the_rights_of_its_reader_do() {
        String name = Callers.user(List.of(Map.of("role", "viewer")));
        Tokens tokens = Callers.login(name, PASSWORD);
        try (var source = follow(tokens, "")) {
            as(Callers.admin())
                    .contentType(ContentType.JSON)
                    .body(Map.of("disabled", true))
                    .put("/api/v1/users/" + name)
                    .then()
                    .statusCode(200);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(source::hasEnded);
            assertThat(source.status()).isEqualTo(200);
        }
    }

    @Test
    void a_stream_ends_when_its_sign_in_does() {
        Tokens tokens = Callers.withRole("viewer");
        try (var source = follow(tokens, "")) {
            as(tokens).post("/api/v1/auth/logout").then().statusCode(204);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(source::hasEnded);
        }
    }

    @Test
    void a_stream_ends_when_its_session_is_revoked_by_somebody_else() {
        String name = Callers.user(List.of(Map.of("role", "viewer")));
        Tokens tokens = Callers.login(name, PASSWORD);
        try (var source = follow(tokens, "")) {
            as(Callers.admin())
                    .delete("/api/v1/users/" + name + "/sessions")
                    .then()
                    .statusCode(204);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(source::hasEnded);
        }
    }

    @Test
    void a_stream_by_a_key_ends_when_the_key_is_revoked() {
        Tokens owner = Callers.withRole("viewer");
        Response made =
                as(owner)
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "reader", "scopes", List.of("EVENT_VIEW")))
                        .post("/api/v1/api-keys");
        String key = made.then().statusCode(201).extract().path("key");
        try (var source = new EventSource("X-API-Key", key, "", "")) {
            soon().until(source::isOpen);
            as(owner).delete("/api/v1/api-keys/" + made.path("id")).then().statusCode(204);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(source::hasEnded);
            assertThat(source.status()).isEqualTo(200);
        }
    }

    @Test
    void a_reader_that_takes_nothing_is_cut_off_and_the_others_go_on() throws Exception {
        Tokens admin = Callers.admin();
        double before = dropped();
        try (var slow = new Socket();
                var source = follow(admin, "cluster=" + cluster)) {
            slow.setReceiveBufferSize(4096);
            slow.connect(new InetSocketAddress("localhost", RestAssured.port));
            slow.getOutputStream()
                    .write(
                            ("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n"
                                            + "Accept: text/event-stream\r\nAuthorization: Bearer "
                                            + admin.access()
                                            + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(slow.getInputStream().read()).isEqualTo('H');
            String big = "x".repeat(100_000);
            for (int i = 0; i < 150; i++) {
                topic.write("node.died", cluster, "dev", big);
            }
            soon().until(() -> dropped() > before);
            soon().until(() -> source.types().stream().filter("node.died"::equals).count() == 150);
        }
    }

    private static double dropped() {
        return RestAssured.get("/metrics")
                .asString()
                .lines()
                .filter(l -> l.startsWith("atoll_sse_dropped_total"))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' '))))
                .sum();
    }
}
