package io.atoll.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.atoll.contracts.problem.ProblemType;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(AtollStack.class)
class ProblemMapperIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void aRefusalIsAnsweredAsItsType(ProblemType type) {
        problem(get("/probe/refusals/" + type), type)
                .body("detail", equalTo("Refused as " + type.slug() + "."))
                .body("instance", equalTo("/probe/refusals/" + type));
    }

    @Test
    void theTraceOfTheRequestIsInTheAnswer() {
        given().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .get("/probe/busy")
                .then()
                .header("X-Trace-Id", TRACE)
                .body("trace_id", equalTo(TRACE));
    }

    @Test
    void aRequestWithoutATraceGetsOne() {
        var answer = given().get("/probe/busy").then().extract();
        assertThat(answer.header("X-Trace-Id")).matches("[0-9a-f]{32}");
        assertThat(answer.<String>path("trace_id")).isEqualTo(answer.header("X-Trace-Id"));
    }

    @Test
    void aMissingThingNamesThoseNearIt() {
        problem(get("/probe/missing/alpin"), ProblemType.NOT_FOUND)
                .body("near", equalTo(List.of("alpha", "alpine")))
                .body("detail", containsString("'alpin'. Did you mean 'alpha' or 'alpine'?"));
    }

    @Test
    void noBodyOfAnotherMediaTypeIsRefusedAsAProblem() {
        given().contentType("text/plain")
                .body("")
                .post("/probe/notes")
                .then()
                .statusCode(greaterThanOrEqualTo(400))
                .contentType("application/problem+json");
    }

    @Test
    void aBodyThatIsNestedTooDeeplyIsRefused() {
        given().contentType("application/json")
                .body("{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000))
                .post("/probe/notes")
                .then()
                .statusCode(400)
                .body("detail", containsString("too deeply"));
    }

    @Test
    void tooManyRequestsSaysWhenToComeBack() {
        problem(get("/probe/busy"), ProblemType.TOO_MANY_REQUESTS)
                .header("Retry-After", "7")
                .body("retry_after_seconds", equalTo(7));
    }

    @Test
    void anUnexpectedFailureTellsNothingOfTheInside() {
        problem(get("/probe/crash"), ProblemType.INTERNAL)
                .body(not(containsString("secret")))
                .body(not(containsString("IllegalState")))
                .body(not(containsString("io.atoll")));
    }

    @Test
    void aLostDatabaseIsAnOutageAndTellsNothingOfTheInside() {
        problem(get("/probe/outage"), ProblemType.UNAVAILABLE)
                .body(not(containsString("10.1.2.3")));
    }

    @Test
    void anUnknownPathIsAProblem() {
        problem(get("/nowhere"), ProblemType.NOT_FOUND).body("instance", equalTo("/nowhere"));
    }

    @Test
    void aProblemIsNeverAWebPage() {
        problem(given().accept("text/html").get("/nowhere").then(), ProblemType.NOT_FOUND);
        problem(given().accept("text/html").get("/probe/crash").then(), ProblemType.NOT_ACCEPTABLE);
    }

    @Test
    void aWrongMethodIsAProblem() {
        problem(given().delete("/probe/notes").then(), ProblemType.METHOD_NOT_ALLOWED);
    }

    @Test
    void aWrongMediaTypeIsAProblem() {
        problem(
                given().contentType("text/plain").body("x").post("/probe/notes").then(),
                ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void aParameterOfTheWrongFormIsNamed() {
        problem(get("/probe/list?page_size=many"), ProblemType.MALFORMED_REQUEST)
                .body("errors[0].pointer", equalTo("?page_size"));
    }

    @Test
    void aPathParameterOfTheWrongFormIsNotThere() {
        problem(get("/probe/refusals/none"), ProblemType.NOT_FOUND)
                .body(not(containsString("io.atoll")));
    }

    @Test
    void aParameterOutOfRangeIsNamed() {
        problem(get("/probe/list?page_size=2000"), ProblemType.MALFORMED_REQUEST)
                .body("detail", startsWith("?page_size: must be"))
                .body("errors[0].pointer", equalTo("?page_size"));
    }

    @Test
    void anUnknownFieldIsNamedWithThoseNearIt() {
        refused("{'note_text':'a','line_cuont':1}", "/line_cuont")
                .body("errors[0].detail", containsString("did you mean line_count?"));
    }

    @Test
    void aFieldOfTheWrongTypeIsNamed() {
        refused("{'note_text':'a','line_count':'many'}", "/line_count")
                .body("errors[0].detail", equalTo("must be a number"));
        refused("{'note_text':'a','more_lines':[{'line_text':'b'},7]}", "/more_lines/1")
                .body("errors[0].detail", equalTo("must be an object"));
        refused("{'note_text':'a','more_lines':{}}", "/more_lines")
                .body("errors[0].detail", equalTo("must be a list"));
    }

    @Test
    void aValueOutsideItsEnumListsTheOthers() {
        refused("{'note_text':'a','written_by':'king'}", "/written_by")
                .body("errors[0].detail", containsString("viewer, developer, operator, admin"))
                .body(not(containsString("io.atoll")));
    }

    @Test
    void aValueThatARecordRefusesIsNamed() {
        refused("{'note_text':'a','more_lines':[{'line_text':'b','indent':-1}]}", "/more_lines/0")
                .body("errors[0].detail", equalTo("indent must not be negative"));
    }

    @Test
    void brokenJsonIsLocated() {
        refused("{'note_text':", "").body("errors[0].detail", containsString("line 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "  "})
    void aBodyThatIsNotThereIsMissed(String body) {
        problem(post(body), ProblemType.MALFORMED_REQUEST);
    }

    @Test
    void everyFieldThatBreaksARuleIsNamedAsOnTheWire() {
        problem(
                        post(
                                "{'note_text':'','line_count':11,'more_lines':[{'line_text':'b'},{}],"
                                        + "'named_lines':{'a/b':{}}}"),
                        ProblemType.MALFORMED_REQUEST)
                .body("errors", hasSize(4))
                .body(
                        "errors.pointer",
                        equalTo(
                                List.of(
                                        "/line_count",
                                        "/more_lines/1/line_text",
                                        "/named_lines/a~1b/line_text",
                                        "/note_text")));
    }

    private static ValidatableResponse refused(String body, String pointer) {
        return problem(post(body), ProblemType.MALFORMED_REQUEST)
                .body("errors[0].pointer", equalTo(pointer));
    }

    private static ValidatableResponse get(String path) {
        return given().get(path).then();
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/probe/notes")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, ProblemType type) {
        return answer.statusCode(type.status())
                .contentType("application/problem+json")
                .body("type", equalTo(type.uri()))
                .body("title", equalTo(type.title()))
                .body("status", equalTo(type.status()));
    }
}
