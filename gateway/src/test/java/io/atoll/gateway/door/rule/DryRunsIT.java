package io.atoll.gateway.door.rule;

import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.gateway.Callers;
import io.atoll.gateway.EchoServices;
import io.atoll.gateway.audit.AuditDatabase;
import io.atoll.gateway.door.route.Route;
import io.atoll.gateway.door.route.RouteTable;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Asked for a plan, no route of the table makes the change instead. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class DryRunsIT {

    /** All that the gateway itself remembers, but for what every request leaves behind. */
    private static final String TABLES =
            """
            select table_name from information_schema.tables
            where table_schema = 'gateway' and table_name not like 'audit%'
            order by table_name""";

    @Inject RouteTable routes;

    @Test
    void where_none_is_planned_it_is_refused_and_nothing_changes() {
        var admin = Callers.admin();
        var changing = changing();
        assertThat(changing).hasSizeGreaterThan(30);
        var before = contents();
        int passedOn = EchoServices.mutations();
        var soft = new SoftAssertions();
        var traces = new HashSet<String>();
        for (var route : changing) {
            for (var asked : List.of("dry_run=true", "dry_run", "x=1&dry_run=false")) {
                Response answer =
                        as(admin)
                                .contentType(ContentType.JSON)
                                .body("{}")
                                .urlEncodingEnabled(false)
                                .request(route.method(), path(route) + "?" + asked);
                soft.assertThat(answer.statusCode()).as("%s ?%s", route, asked).isEqualTo(422);
                soft.assertThat(answer.<String>path("errors[0].pointer")).isEqualTo("?dry_run");
                traces.add(answer.header("X-Trace-Id"));
            }
        }
        soft.assertAll();
        assertThat(EchoServices.mutations()).isEqualTo(passedOn);
        assertThat(contents()).isEqualTo(before);
        assertThat(AuditDatabase.read("select trace from audit where stage <> 'denied'"))
                .as("no row says that anything was tried or done")
                .doesNotContainAnyElementsOf(traces);
    }

    private List<Route> changing() {
        return routes.routes().stream()
                .filter(route -> !route.method().equals("GET") && !route.plans())
                .toList();
    }

    /** With the names of things that are there, as far as the gateway has them. */
    private static String path(Route route) {
        return route.template()
                .replaceFirst("/users/\\{name}", "/users/admin")
                .replaceFirst("/limits/\\{class}", "/limits/read")
                .replaceAll("\\{[A-Za-z_]+}", "orders");
    }

    private static Map<String, List<String>> contents() {
        var contents = new HashMap<String, List<String>>();
        for (var table : AuditDatabase.read(TABLES)) {
            contents.put(
                    table,
                    AuditDatabase.read("select t::text from gateway." + table + " t order by 1"));
        }
        return contents;
    }
}
