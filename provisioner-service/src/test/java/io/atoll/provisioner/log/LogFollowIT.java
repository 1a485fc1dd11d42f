package io.atoll.provisioner.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.status.ClusterStatusChanged;
import io.atoll.contracts.status.Phase;
import io.atoll.provisioner.Calls;
import io.atoll.provisioner.ControlTopicsOfTest;
import io.atoll.provisioner.SmallClusters;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stream of a log holds on to, and when it ends. */
@QuarkusTest
@TestProfile(SmallClusters.class)
@WithTestResource(AtollStack.class)
class LogFollowIT {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TAG = "team=shop";

    @Inject ObjectMapper json;

    private final String cluster = "follow-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/api/v1/clusters/" + cluster + "/nodes/broker-1/logs";
    private ControlTopicsOfTest topics;

    @BeforeEach
    void run() throws Exception {
        topics = new ControlTopicsOfTest(json);
        topics.wish(wish(1, Map.of("team", "shop"), false));
        await().atMost(LONG).until(() -> hasStatus(Phase.RUNNING));
    }

    @AfterEach
    void remove() throws Exception {
        topics.wish(wish(9, Map.of(), true));
        await().atMost(LONG)
                .until(
                        () ->
                                topics.statuses(cluster).stream()
                                        .anyMatch(ClusterStatusChanged::gone));
        topics.close();
    }

    @Test
    void itEndsWhenTheTagThatGaveTheRightIsTakenOff() throws Exception {
        var reader = new Grant(Role.DEVELOPER, null, TAG, null);
        var client = HttpClient.newHttpClient();
        try {
            var lines = new CopyOnWriteArrayList<String>();
            var whole = follow(client, reader, lines);
            await().atMost(LONG).until(() -> !lines.isEmpty());
            assertThat(whole).isNotDone();
            topics.wish(wish(2, Map.of(), false));
            await().atMost(SOON).until(whole::isDone);
        } finally {
            client.shutdownNow();
        }
        Calls.as(reader).get(path).then().statusCode(404);
    }

    /** A connection that went on with the stream would answer nobody after this. */
    @Test
    void aRequestForItsHeadersAloneLeavesTheConnectionToTheNext() throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            var answers =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            send(socket, "HEAD", path, "text/event-stream");
            assertThat(statusOf(answers)).startsWith("HTTP/1.1 200");
            send(socket, "GET", "/api/v1/clusters/nowhere/nodes", "application/json");
            assertThat(statusOf(answers)).startsWith("HTTP/1.1 404");
        }
    }

    private static void send(Socket socket, String method, String path, String accept)
            throws Exception {
        var request =
                "%s %s HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(method, path, accept, Calls.token(Grant.everywhere(Role.ADMIN)));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads to the end of the headers. */
    private static String statusOf(BufferedReader answers) throws Exception {
        var status = answers.readLine();
        for (var line = answers.readLine(); !line.isEmpty(); ) {
            line = answers.readLine();
        }
        return status;
    }

    private CompletableFuture<?> follow(HttpClient client, Grant reader, List<String> into) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + Calls.token(reader))
                        .build();
        return client.sendAsync(request, BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(into::add));
    }

    private boolean hasStatus(Phase phase) {
        return topics.statuses(cluster).stream()
                .map(ClusterStatusChanged::status)
                .anyMatch(s -> s.phase() == phase);
    }

    private ClusterDesired wish(long generation, Map<String, String> tags, boolean deleted) {
        var plain = KafkaSamples.desired(cluster, generation, KafkaSamples.spec(1, 0, !deleted, 0));
        return new ClusterDesired(
                plain.id(),
                plain.name(),
                plain.environment(),
                tags,
                generation,
                deleted,
                plain.spec(),
                plain.need(),
                plain.createdBy(),
                plain.subject(),
                plain.updatedAt(),
                false);
    }
}
