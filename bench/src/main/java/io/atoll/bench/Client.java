package io.atoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The public API as the administrator. A refusal is an {@link IOException} that shows it. */
final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Seldom enough that asking takes no time from what is asked about. */
    private static final Duration POLL = Duration.ofMillis(40);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String token;

    private Client(String base, String token) {
        this.base = base;
        this.token = token;
    }

    static Client signedIn(int port, String password) throws IOException, InterruptedException {
        var base = "http://127.0.0.1:" + port;
        var body = Map.of("username", "admin", "password", password);
        var answer = new Client(base, "").send("POST", "/api/v1/auth/login", body);
        return new Client(base, answer.get("access_token").asText());
    }

    String token() {
        return token;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, Map.of());
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    void delete(String path) throws IOException, InterruptedException {
        send("DELETE", path, Map.of());
    }

    /** Makes a small cluster and waits until clients can use it; answers its bootstrap servers. */
    String create(String id, String runtime) throws IOException, InterruptedException {
        var heap = Map.of("heap_size", "256M");
        post(
                "/api/v1/clusters",
                Map.of(
                        "name", id,
                        "id", id,
                        "environment", "bench",
                        "runtime", runtime,
                        "kafka_config", heap));
        return awaitRunning(id);
    }

    private String awaitRunning(String id) throws IOException, InterruptedException {
        var limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() - limit < 0) {
            var status = get("/api/v1/clusters/" + id).get("status");
            if (status.get("phase").asText().equals("RUNNING")) {
                return status.get("endpoints").get("kafka").asText();
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        throw new IOException(id + " is not running after a minute");
    }

    /** Deletes a cluster and waits until nothing of it is left. */
    void deleteCluster(String id) throws IOException, InterruptedException {
        var path = "/api/v1/clusters/" + id;
        delete(path + "?force=true");
        var limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (exchange("GET", path, Map.of()).statusCode() != 404) {
            if (System.nanoTime() - limit > 0) {
                throw new IOException(id + " is not gone after a minute");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private JsonNode send(String method, String path, Object body)
            throws IOException, InterruptedException {
        var response = exchange(method, path, body);
        if (response.statusCode() / 100 != 2) {
            throw new IOException(
                    method + " " + path + " " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> exchange(String method, String path, Object body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        request.header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var text = method.equals("POST") ? JSON.writeValueAsString(body) : "";
        request.method(method, BodyPublishers.ofString(text));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
