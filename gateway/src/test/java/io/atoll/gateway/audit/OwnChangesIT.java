package io.atoll.gateway.audit;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the gateway changes itself. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class OwnChangesIT {
    @Test
    void sessions_that_are_ended_stand_before_their_end() {
        String name = Callers.user(List.of());
        Tokens tokens = Callers.login(name, PASSWORD);
        Callers.login(name, PASSWORD);
        Response answer = as(Callers.admin()).delete("/api/v1/users/" + name + "/sessions");
        answer.then().statusCode(204);
        JsonPath entry =
                as(Callers.admin())
                        .get("/api/v1/audit?trace=" + answer.header("X-Trace-Id"))
                        .jsonPath();
        assertThat(entry.getString("[0].action")).isEqualTo("user-session.end-all");
        assertThat(entry.getString("[0].effects[0].resource")).isEqualTo("sessions of " + name);
        assertThat(entry.getList("[0].effects[0].before.sessions.kind"))
                .containsExactly("token", "token");
        assertThat(entry.getString("[0].effects[0].before.sessions[0].address")).isNotBlank();
        as(tokens).get("/api/v1/auth/me").then().statusCode(401);
    }

    @Test
    void the_first_admin_is_an_entry_of_the_gateway() {
        assertThat(
                        AuditDatabase.read(
                                "select document from audit where stage = 'changed' and subject ="
                                        + " 'gateway' and action = 'user.create' and opens"))
                .singleElement()
                .asString()
                .contains("\"resource\":\"user admin\"", "\"role\":\"admin\"")
                .doesNotContain(Callers.ADMIN_PASSWORD);
    }
}
