package io.atoll.e2e.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.e2e.suite.Answer;
import io.atoll.e2e.suite.Api;
import io.atoll.e2e.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Secrets are planted in every place that takes one. Then nothing has them: no answer, no page, and
 * no file of the home, where the database, the log of Kafka, Redis and all logs are.
 */
@Order(66)
class CanaryIT {
    private static final Suite SUITE = Suite.get();
    private static final String USER = "canary-keeper";

    private static final List<String> PLACES =
            List.of(
                    "/api/v1/clusters",
                    "/api/v1/users",
                    "/api/v1/users/" + USER,
                    "/api/v1/users/" + USER + "/sessions",
                    "/api/v1/api-keys",
                    "/api/v1/access/export",
                    "/api/v1/audit?page_size=1000",
                    "/api/v1/audit/export?format=csv",
                    "/api/v1/audit/export?format=json",
                    "/api/v1/events?page_size=1000",
                    "/api/v1/limits",
                    "/",
                    "/events",
                    "/audit",
                    "/account",
                    "/access/users/" + USER);

    private final Map<String, String> canaries = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();

    @Test
    void a_planted_secret_is_found_nowhere() {
        signIns();
        keys();
        clusters();
        await().untilAsserted(
                        () ->
                                assertThat(SUITE.admin().get("/api/v1/audit?page_size=100").text())
                                        .contains(USER));
        PLACES.forEach(p -> answers.add(SUITE.admin().get(p).expect(200)));
        for (var canary : canaries.entrySet()) {
            for (var answer : answers) {
                assertThat(answer.text() + answer.headers())
                        .as("%s in the answer to %s", canary.getKey(), answer.request())
                        .doesNotContain(canary.getValue());
            }
        }
        assertThat(filesWithACanary()).isEmpty();
    }

    private void signIns() {
        var nobody = Api.anonymous(SUITE.url());
        var wrong = Api.object().put("username", "admin").put("password", plant("wrong password"));
        answers.add(nobody.post("/api/v1/auth/login", wrong).expect(401));
        var asName = Api.object().put("username", plant("password as a name")).put("password", "x");
        answers.add(nobody.post("/api/v1/auth/login", asName).expect(401));
        var first = plant("first password");
        var user = Api.object().put("name", USER).put("password", first);
        answers.add(SUITE.admin().post("/api/v1/users", user).expect(201));
        var login = Api.object().put("username", USER).put("password", first);
        var tokens = nobody.post("/api/v1/auth/login", login).expect(200).json();
        var keeper = Api.withToken(SUITE.url(), tokens.get("access_token").asText());
        keep("refresh token", tokens.get("refresh_token").asText());
        keep("access token", tokens.get("access_token").asText());
        var change = Api.object().put("old_password", first).put("new_password", plant("second"));
        answers.add(
                keeper.send("PUT", "/api/v1/users/" + USER + "/password", change, Map.of())
                        .expect(204));
        answers.add(nobody.get("/api/v1/clusters?api_key=" + plant("key in an address")));
    }

    private void keys() {
        var request = Api.object().put("name", "canary");
        request.putArray("scopes").add("TOPIC_VIEW");
        var key = SUITE.admin().post("/api/v1/api-keys", request).expect(201).json();
        var secret = key.get("key").asText();
        keep("API key", secret.substring(secret.length() - 30));
        var headers = Map.of("X-API-Key", secret);
        var door = Api.anonymous(SUITE.url());
        answers.add(door.send("GET", "/api/v1/auth/me", null, headers).expect(200));
    }

    private void clusters() {
        var request = Api.object().put("name", "canary").put("id", "canary");
        request.put("origin", "external").put("environment", "test");
        request.putArray("bootstrap_servers").add("127.0.0.1:1");
        var credentials = request.putObject("credentials").put("mechanism", "sasl_plain");
        credentials.put("username", "svc").put("password", plant("SASL password"));
        answers.add(SUITE.admin().post("/api/v1/clusters", request));
        answers.add(SUITE.admin().post("/api/v1/clusters?dry_run=true", request));
        answers.add(SUITE.admin().post("/api/v1/clusters/test", request));
        request.putObject("kafka_config")
                .putObject("custom_properties")
                .put("sasl.jaas.config", plant("JAAS text"));
        answers.add(SUITE.admin().post("/api/v1/clusters", request));
    }

    private String plant(String what) {
        return keep(what, "canary-" + UUID.randomUUID());
    }

    private String keep(String what, String secret) {
        canaries.put(what, secret);
        return secret;
    }

    private List<String> filesWithACanary() {
        try (var files = Files.walk(SUITE.home())) {
            return files.filter(Files::isRegularFile).flatMap(f -> found(f).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that goes away meanwhile holds nothing any more. */
    private List<String> found(Path file) {
        try {
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return canaries.entrySet().stream()
                    .filter(c -> text.contains(c.getValue()))
                    .map(c -> c.getKey() + " in " + SUITE.home().relativize(file))
                    .toList();
        } catch (IOException gone) {
            return List.of();
        }
    }
}
