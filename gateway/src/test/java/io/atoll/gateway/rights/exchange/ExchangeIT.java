package io.atoll.gateway.rights.exchange;

import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class ExchangeIT {
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private String document() {
        return """
        {"roles": [{"name": "on-call-%1$s", "permissions": ["TOPIC_DELETE"]}],
         "users": [{"name": "ada-%1$s", "grants": [{"role": "viewer", "environment": "dev"}]}],
         "groups": [{"name": "crew-%1$s", "members": ["ada-%1$s"],
           "grants": [{"role": "on-call-%1$s", "names": {"resource": "topic", "pattern": "a-*"}}]}]}
        """
                .formatted(mark);
    }

    private static ValidatableResponse take(Tokens tokens, String document, boolean dryRun) {
        return as(tokens)
                .contentType(ContentType.JSON)
                .body(document)
                .post("/api/v1/access/import?dry_run=" + dryRun)
                .then();
    }

    @Test
    void a_document_is_planned_taken_over_and_found_there_the_second_time() {
        Tokens admin = Callers.admin();
        take(admin, document(), true)
                .statusCode(200)
                .body("done", equalTo(false))
                .body("changes.size()", equalTo(6));
        as(admin).get("/api/v1/roles/on-call-" + mark).then().statusCode(404);

        take(admin, document(), false).statusCode(200).body("done", equalTo(true));
        as(admin)
                .get("/api/v1/users/ada-" + mark)
                .then()
                .body("groups", hasItem("crew-" + mark))
                .body("grants.role", hasItem("viewer"));
        take(admin, document(), false).statusCode(200).body("changes.size()", equalTo(0));
        String export = as(admin).get("/api/v1/access/export").then().extract().asString();
        assertThat(export).contains("on-call-" + mark).doesNotContain("argon2", "password");
        take(admin, export, true).statusCode(200).body("changes.size()", equalTo(0));
    }

    @Test
    void a_user_that_was_imported_cannot_sign_in_before_it_has_a_password() {
        take(Callers.admin(), document(), false).statusCode(200);
        Callers.tryLogin("ada-" + mark, "").then().statusCode(400);
        Callers.tryLogin("ada-" + mark, "null").then().statusCode(401);
    }

    @Test
    void a_document_with_one_wrong_line_changes_nothing() {
        String wrong = document().replace("\"members\": [\"ada-", "\"members\": [\"nobody-");
        take(Callers.admin(), wrong, false).statusCode(422);
        as(Callers.admin()).get("/api/v1/roles/on-call-" + mark).then().statusCode(404);
        String unknown = document().replace("\"role\": \"viewer\"", "\"role\": \"emperor\"");
        take(Callers.admin(), unknown, false).statusCode(422);
    }

    /** Its grants would wait for somebody to make a role of that name. */
    @Test
    void a_role_that_cannot_be_made_undoes_all_the_rest() {
        String twice =
                document()
                        .replace(
                                "\"roles\": [",
                                "\"roles\": [{\"name\": \"on-call-%s\", \"permissions\": [\"TOPIC_VIEW\"]},"
                                        .formatted(mark));
        take(Callers.admin(), twice, false).statusCode(409);
        as(Callers.admin()).get("/api/v1/roles/on-call-" + mark).then().statusCode(404);
        as(Callers.admin()).get("/api/v1/users/ada-" + mark).then().statusCode(404);
    }

    @Test
    void nobody_imports_more_than_it_has() {
        Tokens admin = Callers.admin();
        as(admin)
                .contentType(ContentType.JSON)
                .body(
                        "{\"name\":\"m-%s\",\"permissions\":[\"USER_MANAGE\",\"ROLE_MANAGE\"]}"
                                .formatted(mark))
                .post("/api/v1/roles")
                .then()
                .statusCode(201);
        take(Callers.withRole("m-" + mark), document(), false).statusCode(403);
    }
}
