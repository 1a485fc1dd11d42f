package io.atoll.registry;

import static io.restassured.RestAssured.given;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.testkit.InternalTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The service's API as one caller uses it. */
public final class Api {

    public static final String AUDIENCE = "registry-service";
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final String subject;
    private final Grant[] grants;

    private Api(String subject, Grant... grants) {
        this.subject = subject;
        this.grants = grants;
    }

    public static Api admin() {
        return as("ada", Grant.everywhere(Role.ADMIN));
    }

    public static Api as(String subject, Grant... grants) {
        return new Api(subject, grants);
    }

    /** A name that no other test uses. */
    public static String name(String prefix) {
        return prefix + "-" + NAMES.incrementAndGet();
    }

    public RequestSpecification request() {
        return given().header(
                        "Authorization",
                        "Bearer " + InternalTokens.forUser(subject, AUDIENCE, grants))
                .contentType(ContentType.JSON);
    }

    public Response post(String path, Object body) {
        return request().body(body).post("/api/v1" + path);
    }

    public Response post(String path) {
        return request().post("/api/v1" + path);
    }

    public Response get(String path) {
        return request().get("/api/v1" + path);
    }

    public Response delete(String path) {
        return request().delete("/api/v1" + path);
    }

    public Response put(String path, String ifMatch, Object body) {
        return request().header("If-Match", ifMatch).body(body).put("/api/v1" + path);
    }

    /** Creates a cluster with the development template; its id is its name. */
    public Response create(String name) {
        return post("/clusters", Map.of("name", name, "environment", "dev"));
    }
}
