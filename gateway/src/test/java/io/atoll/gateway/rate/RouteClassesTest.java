package io.atoll.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.door.route.Route;
import io.atoll.gateway.door.route.RouteAccess;
import io.atoll.gateway.door.route.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RouteClassesTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Every route of every document. */
    static List<Route> routes() throws IOException {
        var routes = new ArrayList<Route>();
        for (Service service : Service.values()) {
            String name = "/openapi/" + service.name().toLowerCase(Locale.ROOT) + ".json";
            try (var in = RouteClassesTest.class.getResourceAsStream(name)) {
                read(service, new ObjectMapper().readTree(in), routes);
            }
        }
        return routes;
    }

    private static void read(Service service, JsonNode document, List<Route> into) {
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    String access = operation.getValue().path("x-permission").asText();
                    into.add(
                            new Route(
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    service,
                                    RouteAccess.of(access),
                                    operation.getValue().path("operationId").asText(),
                                    false));
                }
            }
        }
    }

    @Test
    void every_operation_of_all_services_has_a_name_of_its_own_a_noun_and_a_verb()
            throws IOException {
        String word = "[a-z]+(-[a-z]+)*";
        assertThat(routes())
                .extracting(Route::operation)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches(word + "\\." + word));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void every_route_counts_for_what_it_does(Route route) {
        LimitClass limitClass = RouteClasses.of(route, false);
        assertThat(limitClass)
                .isIn(
                        LimitClass.READ,
                        LimitClass.WRITE,
                        LimitClass.MESSAGE,
                        LimitClass.CONTROL,
                        LimitClass.SIGN_IN,
                        LimitClass.ADDRESS);
        boolean counted = limitClass == LimitClass.READ || limitClass == LimitClass.WRITE;
        if (counted) {
            assertThat(limitClass == LimitClass.READ).isEqualTo(route.method().equals("GET"));
        }
        boolean open = route.access() instanceof RouteAccess.Anyone;
        assertThat(limitClass.whom() == LimitClass.Whom.ADDRESS).isEqualTo(open);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void only_routes_of_streams_count_as_streams_whatever_a_client_asks_for(Route route) {
        LimitClass plain = RouteClasses.of(route, false);
        LimitClass asked = RouteClasses.of(route, true);
        boolean streams =
                route.access().equals(new RouteAccess.Needs(Permission.EVENT_VIEW))
                        && route.method().equals("GET");
        assertThat(asked).isEqualTo(streams ? LimitClass.STREAM : plain);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/auth/login, SIGN_IN",
        "POST, /api/v1/auth/refresh, SIGN_IN",
        "POST, /session, SIGN_IN",
        "GET, /api/v1/clusters, READ",
        "POST, /api/v1/clusters, WRITE",
        "POST, /api/v1/clusters/{id}/produce, MESSAGE",
        "GET, /api/v1/clusters/{id}/consume, MESSAGE",
        "GET, /api/v1/limits/me, CONTROL",
        "PUT, /api/v1/limits/{class}, CONTROL"
    })
    void known_routes_have_known_classes(String method, String template, LimitClass expected)
            throws IOException {
        assertThat(routes())
                .filteredOn(r -> r.method().equals(method) && r.template().equals(template))
                .singleElement()
                .satisfies(r -> assertThat(RouteClasses.of(r, false)).isEqualTo(expected));
    }

    @Test
    void there_are_routes() throws IOException {
        assertThat(routes()).hasSizeGreaterThan(40);
    }
}
