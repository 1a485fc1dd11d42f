package io.atoll.provisioner.log;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.provisioner.Calls;
import io.atoll.provisioner.SmallClusters;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many lines may be asked for; of a cluster that is not there, which is looked for after. */
@QuarkusTest
@TestProfile(SmallClusters.class)
@WithTestResource(AtollStack.class)
class LogBoundsIT {

    private static final String PATH = "/api/v1/clusters/nowhere/nodes/broker-1/logs";

    @ParameterizedTest
    @CsvSource({
        "application/json, -1, must be greater than or equal to 1",
        "application/json, 0, must be greater than or equal to 1",
        "application/json, 10001, must be less than or equal to 10000",
        "text/event-stream, -1, must be greater than or equal to 0",
        "text/event-stream, 10001, must be less than or equal to 10000",
    })
    void whatIsOutOfBoundsIsRefused(String accept, int lines, String detail) {
        logs(accept, lines)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("title", equalTo("Malformed request"))
                .body("detail", equalTo("?lines: " + detail))
                .body("instance", equalTo(PATH))
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("?lines"))
                .body("errors[0].detail", equalTo(detail));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10_000})
    void theBoundsThemselvesAreTaken(int lines) {
        logs("application/json", lines).statusCode(404);
    }

    @Test
    void aLogThatIsNotThereCannotBeFollowed() {
        logs("text/event-stream", 0)
                .statusCode(404)
                .contentType("application/problem+json")
                .body("instance", equalTo(PATH));
    }

    private static ValidatableResponse logs(String accept, int lines) {
        return Calls.as(Grant.everywhere(Role.ADMIN))
                .accept(accept)
                .get(PATH + "?lines=" + lines)
                .then();
    }
}
