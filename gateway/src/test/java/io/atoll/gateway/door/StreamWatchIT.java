package io.atoll.gateway.door;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Streams that a service writes without end, at the gateway's door. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class StreamWatchIT {
    private static final String TICKS = "/api/v1/clusters/orders/topics/ticks";

    /** Ten ticks are a second: enough of them for the watch to have looked again. */
    private static final int LOOKS = 50;

    /** Reads a stream until its end. */
    private static final class Reader implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final AtomicInteger ticks = new AtomicInteger();
        private final Thread thread;

        Reader(Tokens tokens) throws Exception {
            this(tokens, "text/event-stream");
        }

        Reader(Tokens tokens, String accept) throws Exception {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + RestAssured.port + TICKS))
                            .header("Accept", accept)
                            .header("Authorization", "Bearer " + tokens.access())
                            .build();
            var answer = client.send(request, BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            thread = Thread.ofVirtual().start(() -> read(answer.body()));
            await(() -> ticks.get() > 0);
        }

        private void read(InputStream stream) {
            var lines = new InputStreamReader(stream, StandardCharsets.UTF_8);
            try (var reader = new BufferedReader(lines)) {
                reader.lines().filter("data: tick"::equals).forEach(_ -> ticks.incrementAndGet());
            } catch (UncheckedIOException | IOException _) {
                // Broken off: the end.
            }
        }

        boolean isOver() {
            return !thread.isAlive();
        }

        void awaitMore() {
            int before = ticks.get();
            await(() -> ticks.get() > before + LOOKS || isOver());
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private static String reader() {
        return Callers.user(List.of(Map.of("role", "viewer")));
    }

    @Test
    void a_stream_ends_when_the_right_of_its_reader_does_and_others_go_on() throws Exception {
        String name = reader();
        Tokens admin = Callers.admin();
        try (var stream = new Reader(Callers.login(name, PASSWORD));
                var other = new Reader(Callers.login(reader(), PASSWORD))) {
            stream.awaitMore();
            assertThat(stream.isOver()).isFalse();
            String grant = as(admin).get("/api/v1/users/" + name).path("grants[0].id");
            as(admin).delete("/api/v1/users/" + name + "/grants/" + grant).then().statusCode(204);
            await(stream::isOver);
            other.awaitMore();
            assertThat(other.isOver()).isFalse();
        }
    }

    /** What a service makes of a header is its own affair: the answer tells that it is a stream. */
    @Test
    void a_stream_that_was_not_asked_for_by_name_ends_too() throws Exception {
        String name = reader();
        try (var stream = new Reader(Callers.login(name, PASSWORD), "*/*")) {
            String grant = as(Callers.admin()).get("/api/v1/users/" + name).path("grants[0].id");
            as(Callers.admin())
                    .delete("/api/v1/users/" + name + "/grants/" + grant)
                    .then()
                    .statusCode(204);
            await(stream::isOver);
        }
    }

    @Test
    void a_stream_ends_with_the_user_and_with_its_sign_in() throws Exception {
        String disabled = reader();
        Tokens signedOut = Callers.login(reader(), PASSWORD);
        try (var one = new Reader(Callers.login(disabled, PASSWORD));
                var two = new Reader(signedOut)) {
            as(Callers.admin())
                    .contentType(ContentType.JSON)
                    .body(Map.of("disabled", true))
                    .put("/api/v1/users/" + disabled)
                    .then()
                    .statusCode(200);
            as(signedOut).post("/api/v1/auth/logout").then().statusCode(204);
            await(one::isOver);
            await(two::isOver);
        }
    }
}
