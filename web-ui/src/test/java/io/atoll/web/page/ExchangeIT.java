package io.atoll.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Role;
import io.atoll.contracts.grant.AccessPlan;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.web.gateway.GatewayPort;
import io.atoll.web.gateway.GatewayStandIn;
import io.atoll.web.gateway.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taking over who may do what. */
@QuarkusTest
@WithTestResource(GatewayPort.class)
class ExchangeIT {

    private static final String IMPORT = "POST /api/v1/access/import";
    private static final String DOCUMENT =
            "{\"groups\":[{\"name\":\"payments\",\"members\":[\"bob\"]}]}";

    @BeforeEach
    void world() {
        Visit.world(Role.ADMIN);
    }

    private static AccessPlan plan(boolean done) {
        return new AccessPlan(
                done, List.of(new AccessPlan.Change("member", "add", "payments", "bob <b>thing")));
    }

    @Test
    void the_document_can_be_taken_out() {
        assertThat(Visit.page("/access/exchange").asString())
                .contains("href=\"/api/v1/access/export\" download");
        assertThat(Visit.page("/access").asString()).contains("href=\"/access/exchange\"");
    }

    @Test
    void what_it_would_change_is_shown_and_the_document_kept() {
        GatewayStandIn.answers(IMPORT, plan(false));
        var answer = Visit.signedIn().formParam("document", DOCUMENT).post("/access/exchange/plan");
        assertThat(answer.statusCode()).isEqualTo(200);
        var asked = GatewayStandIn.asked(IMPORT).getFirst();
        assertThat(asked.query()).isEqualTo("dry_run=true");
        assertThat(asked.body()).isEqualTo(DOCUMENT);
        assertThat(answer.asString())
                .contains("What would change", "bob &lt;b&gt;thing", "&quot;payments&quot;");
    }

    @Test
    void it_is_taken_over_as_it_is() {
        GatewayStandIn.answers(IMPORT, plan(true));
        var answer = Visit.signedIn().formParam("document", DOCUMENT).post("/access/exchange");
        var asked = GatewayStandIn.asked(IMPORT).getFirst();
        assertThat(asked.query()).isEmpty();
        assertThat(asked.body()).isEqualTo(DOCUMENT);
        assertThat(answer.asString()).contains("Imported");
    }

    @Test
    void a_document_of_many_kilobytes_is_taken() {
        GatewayStandIn.answers(IMPORT, plan(false));
        String document = "{\"groups\":[{\"name\":\"" + "p".repeat(100_000) + "\"}]}";
        Visit.signedIn()
                .formParam("document", document)
                .post("/access/exchange/plan")
                .then()
                .statusCode(200);
        assertThat(GatewayStandIn.asked(IMPORT).getFirst().body()).isEqualTo(document);
    }

    @Test
    void what_is_no_json_is_not_sent_and_its_place_is_named() {
        var answer =
                Visit.signedIn().formParam("document", "{\n \"users\" [").post("/access/exchange");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("is not JSON at line 2");
        var empty = Visit.signedIn().formParam("document", " ").post("/access/exchange");
        assertThat(empty.asString()).contains("data-error=\"document\">is needed");
        assertThat(GatewayStandIn.asked(IMPORT)).isEmpty();
    }

    @Test
    void a_refusal_names_what_is_wrong() {
        var errors = List.of(new FieldError("/users/0/name", "must be small letters"));
        GatewayStandIn.refuses(IMPORT, 400, Samples.problem(400, "1 field is wrong.", errors));
        var answer = Visit.signedIn().formParam("document", DOCUMENT).post("/access/exchange/plan");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("users.0.name must be small letters");
    }
}
