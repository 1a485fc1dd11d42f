package io.atoll.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.problem.ProblemType;
import io.atoll.web.gateway.GatewayPort;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(GatewayPort.class)
class ProblemPageIT {

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void each_type_of_problem_has_its_page(ProblemType type) {
        var page = RestAssured.get("/problems/" + type.slug());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("<h1>" + type.title() + "</h1>", "What it means", "What to do");
    }
}
