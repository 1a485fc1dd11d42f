package io.atoll.e2e.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * The public API as one caller sees it. Each method sends one request, once; a request that got no
 * answer is an {@link UncheckedIOException}. Safe for many threads.
 */
public final class Api {
    public static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final URI base;
    private final Map<String, String> headers;

    private Api(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** A caller who is nobody. */
    public static Api anonymous(URI base) {
        return new Api(base, Map.of());
    }

    public static Api signedIn(URI base, String username, String password) {
        var body = JSON.createObjectNode().put("username", username).put("password", password);
        var answer = anonymous(base).post("/api/v1/auth/login", body).expect(200);
        return withToken(base, answer.json().get("access_token").asText());
    }

    public static Api withToken(URI base, String token) {
        return new Api(base, Map.of("Authorization", "Bearer " + token));
    }

    public URI base() {
        return base;
    }

    /** Value of the header that says who calls; empty for nobody. */
    public String authorization() {
        return headers.getOrDefault("Authorization", "");
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    public Answer post(String path) {
        return send("POST", path, null, Map.of());
    }

    public Answer put(String path, String ifMatch, Object body) {
        return send("PUT", path, body, Map.of("If-Match", ifMatch));
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /**
     * @param body a string is sent as it is, null sends none, all else as JSON
     */
    public Answer send(String method, String path, Object body, Map<String, String> more) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        if (!more.containsKey("Accept")) {
            request.header("Accept", "application/json, */*;q=0.5");
        }
        if (body != null && !more.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        more.forEach(request::header);
        try {
            request.method(
                    method,
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
            var response = http.send(request.build(), BodyHandlers.ofString());
            var what = method + " " + path;
            return new Answer(what, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object body) throws IOException {
        return body instanceof String s ? s : JSON.writeValueAsString(body);
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }
}
