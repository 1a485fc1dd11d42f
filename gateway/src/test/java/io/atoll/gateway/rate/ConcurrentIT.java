package io.atoll.gateway.rate;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How many requests of one caller run at the same time. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class ConcurrentIT {
    private static final String TOPICS = "/api/v1/clusters/orders/topics";

    private static String user() {
        return Callers.user(List.of(Map.of("role", "operator")));
    }

    private static void allow(String user, int quota) {
        as(Callers.admin())
                .contentType(ContentType.JSON)
                .body(Map.of("quota", quota))
                .put("/api/v1/limits/concurrent/overrides/user/" + user)
                .then()
                .statusCode(200);
    }

    @Test
    void a_user_at_its_limit_leaves_others_alone() throws Exception {
        String greedy = user();
        Tokens tokens = Callers.login(greedy, PASSWORD);
        Tokens other = Callers.login(user(), PASSWORD);
        allow(greedy, 4);
        var client = HttpClient.newHttpClient();
        try {
            var running = new ArrayList<CompletableFuture<Integer>>();
            for (int i = 0; i < 12; i++) {
                running.add(begin(client, tokens));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> running.stream().filter(CompletableFuture::isDone).count() >= 8);
            as(tokens)
                    .get(TOPICS)
                    .then()
                    .statusCode(429)
                    .header("RateLimit-Policy", "\"concurrent\";q=4;qu=\"concurrent-requests\"")
                    .header("Retry-After", matchesPattern("[123]"))
                    .body("'violated-policies'", equalTo(List.of("concurrent")));
            var beside = request(other, TOPICS);
            assertThat(client.send(beside, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
            assertThat(running)
                    .filteredOn(CompletableFuture::isDone)
                    .hasSize(8)
                    .allSatisfy(refused -> assertThat(refused.join()).isEqualTo(429));
        } finally {
            client.shutdownNow();
        }
        awaitLetIn(tokens);
    }

    @Test
    void a_request_that_was_given_up_runs_no_more() {
        String name = user();
        Tokens tokens = Callers.login(name, PASSWORD);
        allow(name, 2);
        for (int i = 0; i < 2; i++) {
            as(tokens).get(TOPICS + "/silent").then().statusCode(504);
        }
        awaitLetIn(tokens);
    }

    @Test
    void a_request_that_its_client_broke_off_runs_no_more() throws Exception {
        String name = user();
        Tokens tokens = Callers.login(name, PASSWORD);
        allow(name, 2);
        var client = HttpClient.newHttpClient();
        for (int i = 0; i < 2; i++) {
            begin(client, tokens);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> as(tokens).get(TOPICS).statusCode() == 429);
        client.shutdownNow();
        awaitLetIn(tokens);
    }

    private static void awaitLetIn(Tokens tokens) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> as(tokens).get(TOPICS).statusCode() == 200);
    }

    /** A request whose answer begins and does not end until it is broken off. */
    private static CompletableFuture<Integer> begin(HttpClient client, Tokens tokens) {
        return client.sendAsync(request(tokens, TOPICS + "/drip"), BodyHandlers.discarding())
                .thenApply(answer -> answer.statusCode());
    }

    private static HttpRequest request(Tokens tokens, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + tokens.access())
                .build();
    }
}
