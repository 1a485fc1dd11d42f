package io.atoll.gateway.audit;

import static io.atoll.gateway.Callers.PASSWORD;
import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.gateway.Callers;
import io.atoll.gateway.Callers.Tokens;
import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is not written down does not happen. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class FailClosedIT {

    @Test
    void without_its_table_mutations_are_refused_before_anybody_sees_them_and_reads_go_on() {
        Tokens admin = Callers.admin();
        String name = Callers.user(List.of());
        AuditDatabase.run("alter table audit rename to audit_away");
        try {
            refused(admin, name);
        } finally {
            AuditDatabase.run("alter table audit_away rename to audit");
        }
        as(admin).post("/api/v1/clusters/orders/start").then().statusCode(200);
        as(admin).get("/api/v1/users/" + name).then().statusCode(200);
    }

    @Test
    void a_lock_on_its_table_that_does_not_end_is_waited_for_in_vain_but_not_for_long()
            throws Exception {
        Tokens admin = Callers.admin();
        String name = Callers.user(List.of());
        try (var database = AuditDatabase.open();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("lock table audit in access exclusive mode");
            refused(admin, name);
            database.rollback();
        }
        as(admin).post("/api/v1/clusters/orders/start").then().statusCode(200);
    }

    private static void refused(Tokens admin, String name) {
        int seen = EchoServices.mutations();
        as(admin).post("/api/v1/clusters/orders/start").then().statusCode(503);
        as(admin).delete("/api/v1/users/" + name).then().statusCode(503);
        as(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("new_password", "another long one"))
                .put("/api/v1/users/" + name + "/password")
                .then()
                .statusCode(503);
        Callers.tryLogin(name, PASSWORD).then().statusCode(503);
        assertThat(EchoServices.mutations()).isEqualTo(seen);
        as(admin).get("/api/v1/clusters").then().statusCode(200);
    }
}
