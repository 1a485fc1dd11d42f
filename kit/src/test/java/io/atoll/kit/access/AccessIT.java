package io.atoll.kit.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.problem.Problem;
import io.atoll.kit.problem.Problems;
import io.atoll.testkit.AtollStack;
import io.atoll.testkit.InternalTokens;
import io.atoll.testkit.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(AtollStack.class)
class AccessIT {

    private static final String SERVICE = "kit-probe";
    private static final String ISSUER = InternalTokens.ISSUER;
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Grant VIEWER = Grant.everywhere(Role.VIEWER);

    @Test
    void theCallerIsTheOneOfTheToken() {
        get("/probe/view", InternalTokens.forUser("mira", SERVICE, VIEWER))
                .statusCode(200)
                .body("subject", equalTo("mira"))
                .body("kind", equalTo("user"));
    }

    @Test
    void theCallersTraceIsThatOfTheRequest() {
        var answer = get("/probe/view", InternalTokens.forUser("mira", SERVICE, VIEWER)).extract();
        assertThat(answer.<String>path("trace")).isEqualTo(answer.header("X-Trace-Id"));
    }

    @Test
    void theAttemptIsTheOneThatTheGatewayNamesBesideItsToken() {
        var attempt = "0b9c1f2e-7d43-4f2a-9a57-3f0d1c6e8b21";
        attempted(attempt, attempt);
        attempted("none of ours", "null");
    }

    private static void attempted(String header, String found) {
        given().auth()
                .oauth2(InternalTokens.forUser("mira", SERVICE, VIEWER))
                .header(Caller.ATTEMPT_HEADER, header)
                .get("/probe/view")
                .then()
                .statusCode(200)
                .body("attempt", equalTo(found));
    }

    @Test
    void noTokenIsRefused() {
        unauthenticated(given().get("/probe/view").then());
        unauthenticated(given().get("/probe/me").then());
    }

    @Test
    void rubbishIsRefused() {
        unauthenticated(get("/probe/view", "rubbish"));
        unauthenticated(given().header("Authorization", "Basic YTpi").get("/probe/view").then());
    }

    @Test
    void aTokenForAnotherServiceIsRefused() {
        unauthenticated(get("/probe/view", InternalTokens.forUser("mira", "other", VIEWER)));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        unauthenticated(
                get("/probe/view", InternalTokens.with("mira", SERVICE, "evil", MINUTE, VIEWER)));
    }

    @Test
    void anExpiredTokenIsRefused() {
        var life = Duration.ofSeconds(-30);
        unauthenticated(
                get("/probe/view", InternalTokens.with("mira", SERVICE, ISSUER, life, VIEWER)));
    }

    @Test
    void aTokenThatLivesTooLongIsRefused() {
        var life = Duration.ofHours(1);
        unauthenticated(
                get("/probe/view", InternalTokens.with("mira", SERVICE, ISSUER, life, VIEWER)));
    }

    @Test
    void aTokenOfAnotherKeyIsRefused(@TempDir Path secrets) throws Exception {
        TestKeys.generate(secrets);
        unauthenticated(
                get(
                        "/probe/view",
                        InternalTokens.sign(
                                secrets, "mira", SERVICE, ISSUER, MINUTE, List.of(VIEWER))));
    }

    @Test
    void whoHasThePermissionNowhereIsRefused() {
        forbidden(get("/probe/manage", InternalTokens.forUser("mira", SERVICE, VIEWER)));
        forbidden(get("/probe/view", InternalTokens.forUser("mira", SERVICE)));
    }

    @Test
    void whoIsSignedInMayAskAboutItself() {
        get("/probe/me", InternalTokens.forUser("mira", SERVICE))
                .statusCode(200)
                .body(equalTo("\"mira\""));
    }

    @Test
    void aLimitedGrantIsHeldAgainstTheCluster() {
        var operator = new Grant(Role.OPERATOR, "dev", null, null);
        var viewer = new Grant(Role.VIEWER, "test", null, null);
        var token = InternalTokens.forUser("mira", SERVICE, operator, viewer);
        get("/probe/clusters/dev", token).statusCode(200);
        forbidden(get("/probe/clusters/test", token));
        get("/probe/clusters/prod", token)
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .header(Problems.HIDES_HEADER, "true")
                .body(not(containsString("USER_MANAGE")));
    }

    @Test
    void theOpenApiDocumentNamesThePermissions() {
        given().accept("application/json")
                .get("/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/probe/view'.get.operationId", equalTo("probe.view"))
                .body("paths.'/probe/view'.get.x-permission", equalTo("CLUSTER_VIEW"))
                .body("paths.'/probe/manage'.get.x-permission", equalTo("USER_MANAGE"));
    }

    private static ValidatableResponse get(String path, String token) {
        return given().auth().oauth2(token).get(path).then();
    }

    private static void unauthenticated(ValidatableResponse answer) {
        answer.statusCode(401)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/unauthenticated"));
    }

    private static void forbidden(ValidatableResponse answer) {
        answer.statusCode(403)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/forbidden"));
    }
}
