package io.atoll.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.launcher.terminal.PlainFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The API of a running Atoll, as one user. What it refuses is a plain failure. */
final class Api implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;
    private String token = "";

    Api(String address) {
        this.address = address;
    }

    void signIn(String user, String password) throws InterruptedException {
        var answer = post("/api/v1/auth/login", Map.of("username", user, "password", password));
        token = answer.path("access_token").asText();
    }

    JsonNode post(String path, Object body) throws InterruptedException {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(address + path))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofByteArray(
                                            JSON.writeValueAsBytes(body)));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var tree = JSON.readTree(answer.body());
            if (answer.statusCode() >= 400) {
                throw new PlainFailure(words(tree));
            }
            return tree;
        } catch (IOException e) {
            throw new PlainFailure(
                    "Atoll does not answer at %s. Start it with ./atoll up.".formatted(address), e);
        }
    }

    private static String words(JsonNode problem) {
        var detail = problem.path("detail").asText("Atoll refused without a reason.");
        var errors =
                problem.path("errors")
                        .valueStream()
                        .map(
                                e ->
                                        "\n  "
                                                + e.path("pointer").asText()
                                                + " "
                                                + e.path("detail").asText())
                        .collect(Collectors.joining());
        return detail + errors;
    }

    @Override
    public void close() {
        http.close();
    }
}
