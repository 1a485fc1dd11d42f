package io.atoll.gateway.identity.user;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.gateway.audit.AuditDatabase;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has found a session open does not find out the password there. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class OldPasswordIT {
    private static final String DENIED =
            "select action || document from audit where stage = 'denied' and subject = '%s'";

    private String name;
    private Tokens tokens;

    @BeforeEach
    void signedIn() {
        name = Callers.user(List.of());
        tokens = Callers.login(name, PASSWORD);
    }

    private Response change(String old) {
        return as(tokens)
                .contentType(ContentType.JSON)
                .body(Map.of("old_password", old, "new_password", "a new password here"))
                .put("/api/v1/users/" + name + "/password");
    }

    @Test
    void guesses_of_it_pause_the_account_here_for_changes_and_sign_ins() {
        for (int i = 0; i < 5; i++) {
            change("wrong " + i).then().statusCode(422);
        }
        Response locked = change(PASSWORD);
        locked.then().statusCode(429).contentType("application/problem+json");
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(20, 31);
        Callers.tryLogin(name, PASSWORD).then().statusCode(429);
        Callers.login(Callers.user(List.of()), PASSWORD);
    }

    @Test
    void guesses_at_sign_ins_pause_it_too_and_a_good_change_forgets_them() {
        for (int i = 0; i < 3; i++) {
            Callers.tryLogin(name, "wrong " + i).then().statusCode(401);
        }
        change(PASSWORD).then().statusCode(204);
        for (int i = 0; i < 4; i++) {
            Callers.tryLogin(name, "wrong " + i).then().statusCode(401);
        }
        Callers.login(name, "a new password here");
    }

    @Test
    void a_wrong_one_is_in_the_audit_as_denied() {
        change("a wrong guess").then().statusCode(422);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(AuditDatabase.read(DENIED.formatted(name)))
                                        .anyMatch(row -> row.contains("user.set-password"))
                                        .noneMatch(row -> row.contains("a wrong guess")));
    }
}
