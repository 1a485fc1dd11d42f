package io.atoll.gateway.rights.grant;

import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.atoll.gateway.Callers;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that something would run if it took them for its own come back letter by letter. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class HostileTextIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{config:atoll.user.admin-password}",
                "{inject:engine}{cdi:engine}",
                "${7*7}#{7*7}{{7*7}}",
                "${quarkus.http.port:x}${env:HOME}${jndi:ldap://127.0.0.1/a}",
                "<script>alert(1)</script>\"' onload='alert(1)'",
                "%s%n%1$x {0} {1}",
                "'; drop table role; --",
                "two\nlines"
            })
    void roles_and_groups_have_the_texts_that_they_were_given(String text) {
        String name = fresh();
        post(
                        "roles",
                        Map.of(
                                "name",
                                name,
                                "description",
                                text,
                                "permissions",
                                Set.of("TOPIC_VIEW")))
                .then()
                .statusCode(201);
        get("roles/" + name).then().body("description", equalTo(text));
        post("user-groups", Map.of("name", name, "description", text)).then().statusCode(201);
        get("user-groups/" + name).then().body("description", equalTo(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 0x1b, 0x7f, 0x85, 0x9b, 0x200b, 0x202e, 0x2028, 0x2066, 0xfeff})
    void no_text_hides_anything(int hidden) {
        String text = "a" + Character.toString(hidden) + "b";
        for (var kind : new String[] {"roles", "user-groups"}) {
            var body =
                    kind.equals("roles")
                            ? Map.of(
                                    "name", fresh(),
                                    "description", text,
                                    "permissions", Set.of("TOPIC_VIEW"))
                            : Map.of("name", fresh(), "description", text);
            post(kind, body)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/description"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"${7*7}", "{config:quarkus.http.host}", "#{7*7}"})
    void a_refusal_evaluates_nothing(String text) {
        Response answer = post("user-groups", Map.of("name", text));
        answer.then().statusCode(400);
        assertThat(answer.<Object>path("errors").toString())
                .doesNotContain("49", "127.0.0.1", "localhost");
    }

    private static String fresh() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Response post(String kind, Map<String, ?> body) {
        return as(Callers.admin()).contentType(ContentType.JSON).body(body).post("/api/v1/" + kind);
    }

    private static Response get(String path) {
        return as(Callers.admin()).get("/api/v1/" + path);
    }
}
