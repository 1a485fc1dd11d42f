package io.atoll.gateway.door;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class DoorIT {
    private static final String TOPICS = "/api/v1/clusters/orders/topics";

    @Test
    void a_service_gets_the_request_as_it_was_and_who_calls_from_the_gateway_alone()
            throws Exception {
        Tokens tokens = Callers.withRole("operator");
        JsonPath got =
                as(tokens)
                        .header("X-Forwarded-For", "10.9.8.7")
                        .header("X-Atoll-Subject", "admin")
                        .header("X-User-Id", "admin")
                        .header("Forwarded", "for=10.9.8.7")
                        .header("Cookie", "atoll_session=x")
                        .header("If-Match", "\"7\"")
                        .header(
                                "traceparent",
                                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                        .urlEncodingEnabled(false)
                        .get(TOPICS + "/a%2Fb?x=1%202&y")
                        .then()
                        .statusCode(200)
                        .header("X-Echo", "ops-service")
                        .header("X-Trace-Id", "4bf92f3577b34da6a3ce929d0e0e4736")
                        .header("Location", TOPICS + "/a%2Fb")
                        .header("Set-Cookie", (String) null)
                        .extract()
                        .jsonPath();
        assertThat(got.getString("uri")).isEqualTo(TOPICS + "/a%2Fb?x=1%202&y");
        assertThat(got.getList("names", String.class))
                .contains("if-match", "traceparent", "authorization")
                .doesNotContain(
                        "x-forwarded-for", "x-atoll-subject", "x-user-id", "forwarded", "cookie");
        assertThat(got.getString("headers.traceparent"))
                .contains("4bf92f3577b34da6a3ce929d0e0e4736");
        JsonWebToken token = internal(got.getString("headers.authorization"), "ops-service");
        assertThat(token.<Object>getClaim("grants").toString()).contains("operator");
        assertThat(token.<Object>getClaim("kind").toString()).contains("user");
        assertThat(token.getExpirationTime() - token.getIssuedAtTime()).isLessThanOrEqualTo(60);
    }

    /** As kit does it: key, issuer, audience, algorithm. */
    private static JsonWebToken internal(String header, String audience) throws Exception {
        String pem = Files.readString(AtollStack.secrets().resolve("internal-public.pem"));
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        var key =
                (RSAPublicKey)
                        KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        var rules = new JWTAuthContextInfo(key, "atoll-gateway");
        rules.setExpectedAudience(Set.of(audience));
        rules.setMaxTimeToLiveSecs(60L);
        return new DefaultJWTParser(rules).parse(header.substring("Bearer ".length()));
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, GET, 200",
        "viewer, POST, 403",
        "developer, POST, 200",
        "operator, POST, 200",
        "admin, POST, 200"
    })
    void a_role_opens_the_routes_of_its_permissions(String role, String method, int status) {
        as(Callers.withRole(role)).request(method, TOPICS).then().statusCode(status);
    }

    @Test
    void without_a_credential_nothing_of_the_api_is_open() {
        given().get(TOPICS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", equalTo("/problems/unauthenticated"))
                .body("instance", equalTo(TOPICS))
                .body("trace_id", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer x.y.z", "Basic YWRtaW46YWRtaW4=", "Bearer null"})
    void what_is_no_token_is_refused(String header) {
        given().header("Authorization", header).get(TOPICS).then().statusCode(401);
    }

    @Test
    void a_path_that_is_not_there_and_a_method_that_is_not_there_are_told_apart() {
        given().get("/api/v1/nothing").then().statusCode(404);
        given().patch(TOPICS).then().statusCode(405).header("Allow", containsString("GET"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/clusters/../users",
                "/api/v1/clusters/%2e%2e/users",
                "/static/..%2f..%2fapi",
                "/api/v1//users",
                "/api/v1/users;x"
            })
    void a_path_that_could_be_read_in_two_ways_is_refused(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + RestAssured.port + path))
                            .header("Authorization", "Bearer " + Callers.admin().access())
                            .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("X-Echo")).isEmpty();
        }
    }

    @Test
    void a_service_that_is_away_or_slow_or_breaks_off_is_said_to_be() {
        Tokens admin = Callers.admin();
        as(admin)
                .get(TOPICS + "/silent")
                .then()
                .statusCode(504)
                .body("detail", containsString("ops-service"));
        as(admin)
                .get(TOPICS + "/breaks")
                .then()
                .statusCode(502)
                .body("detail", containsString("ops-service"));
    }

    @Test
    void bodies_go_through_up_to_the_limit() {
        Tokens admin = Callers.admin();
        as(admin)
                .body(new byte[3 * 1024 * 1024])
                .post(TOPICS)
                .then()
                .statusCode(200)
                .body("bytes", equalTo(3 * 1024 * 1024));
        as(admin)
                .body(new byte[11 * 1024 * 1024])
                .post(TOPICS)
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/body-too-large"));
    }

    @Test
    void a_stream_arrives_part_by_part_and_its_end_goes_back() throws Exception {
        int before = EchoServices.cancelled();
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://localhost:"
                                                    + RestAssured.port
                                                    + TOPICS
                                                    + "/drip"))
                            .header("Authorization", "Bearer " + Callers.admin().access())
                            .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            byte[] part = answer.body().readNBytes("data: one\n\n".length());
            assertThat(new String(part)).isEqualTo("data: one\n\n");
            answer.body().close();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> EchoServices.cancelled() > before);
    }

    @Test
    void a_cookie_changes_something_from_our_own_pages_only() {
        String session =
                Callers.session(Callers.user(List.of(Map.of("role", "operator"))), PASSWORD);
        var browser = given().cookie("atoll_session", session);
        browser.get(TOPICS).then().statusCode(200);
        given().cookie("atoll_session", session).post(TOPICS).then().statusCode(403);
        given().cookie("atoll_session", session)
                .header("Sec-Fetch-Site", "cross-site")
                .post(TOPICS)
                .then()
                .statusCode(403);
        given().cookie("atoll_session", session)
                .header("Origin", RestAssured.baseURI + ":" + RestAssured.port)
                .post(TOPICS)
                .then()
                .statusCode(200);
    }

    @Test
    void pages_are_for_who_is_signed_in_and_carry_a_strict_policy() {
        Response away = given().redirects().follow(false).get("/clusters/orders?tab=1");
        assertThat(away.statusCode()).isEqualTo(303);
        assertThat(away.header("Location"))
                .isEqualTo("/signin?next=%2Fclusters%2Forders%3Ftab%3D1");
        given().header("HX-Request", "true")
                .get("/clusters")
                .then()
                .statusCode(401)
                .header("HX-Redirect", "/signin");
        String session = Callers.session("admin", Callers.ADMIN_PASSWORD);
        Response page = given().cookie("atoll_session", session).get("/clusters/orders");
        page.then()
                .statusCode(200)
                .header("X-Echo", "web-ui")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("script-src 'self';"));
        String token = page.jsonPath().getString("headers.authorization");
        given().header("Authorization", token)
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signin", "/static/app.css", "/favicon.ico", "/webjars/x.js"})
    void the_way_in_and_what_it_looks_like_are_open(String path) {
        JsonPath got = given().get(path).then().statusCode(200).extract().jsonPath();
        assertThat(got.getList("names", String.class)).doesNotContain("authorization", "cookie");
    }

    @Test
    void health_says_which_services_are_there() {
        given().get("/health/live").then().statusCode(200);
        given().get("/health/ready").then().statusCode(200);
        given().get("/health")
                .then()
                .statusCode(503)
                .body("services.find { it.name == 'provisioner-service' }.status", equalTo("DOWN"));
        given().post("/health").then().statusCode(405);
    }

    @Test
    void metrics_are_open_to_this_machine_and_else_to_admins() {
        given().get("/metrics")
                .then()
                .statusCode(200)
                .body(containsString("atoll_sse_streams"))
                .body(containsString("uri=\"/api/v1/auth/login\""));
        given().header("X-Forwarded-For", "10.0.0.1").get("/metrics").then().statusCode(401);
        as(Callers.withRole("operator"))
                .header("X-Forwarded-For", "10.0.0.1")
                .get("/metrics")
                .then()
                .statusCode(403);
    }
}
