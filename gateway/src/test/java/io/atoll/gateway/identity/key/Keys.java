package io.atoll.gateway.identity.key;

import static io.atoll.gateway.Callers.as;
import static io.restassured.RestAssured.given;

import io.atoll.gateway.Callers.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keys of the tests. */
final class Keys {
    static final String PATH = "/api/v1/api-keys";

    /** A key as it was issued. */
    record Issued(String id, String key) {
        static Issued of(Response answer) {
            answer.then().statusCode(201);
            return new Issued(answer.path("id"), answer.path("key"));
        }

        RequestSpecification call() {
            return given().header("X-API-Key", key);
        }
    }

    static Issued create(Tokens owner, String... scopes) {
        return Issued.of(tryCreate(owner, Map.of("scopes", List.of(scopes))));
    }

    static Response tryCreate(Tokens owner, Map<String, ?> fields) {
        var body = new HashMap<String, Object>();
        body.put("name", "key " + UUID.randomUUID());
        body.putAll(fields);
        return as(owner).contentType(ContentType.JSON).body(body).post(PATH);
    }

    static Response rotate(Tokens owner, Issued key, Map<String, ?> fields) {
        return as(owner)
                .contentType(ContentType.JSON)
                .body(fields)
                .post(PATH + "/" + key.id() + "/rotate");
    }

    private Keys() {}
}
