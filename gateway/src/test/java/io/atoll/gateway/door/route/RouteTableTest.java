package io.atoll.gateway.door.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.access.Permission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    private final RouteTable table =
            new RouteTable(
                    List.of(
                            route("GET", "/api/v1/clusters"),
                            route("POST", "/api/v1/clusters"),
                            route("GET", "/api/v1/clusters/{id}"),
                            route("GET", "/api/v1/clusters/compare"),
                            route("POST", "/api/v1/clusters/test"),
                            route("GET", "/api/v1/clusters/{id}/topics/{topic}"),
                            route("DELETE", "/api/v1/clusters/{id}/topics/{topic}")));

    private static Route route(String method, String template) {
        return new Route(
                method,
                template,
                Service.REGISTRY,
                new RouteAccess.Needs(Permission.CLUSTER_VIEW),
                method + " " + template,
                false);
    }

    @Test
    void knows_what_paths_of_routes_begin_with() {
        assertThat(table.knows("/api/v1/nothing")).isTrue();
        assertThat(table.knows("/api")).isTrue();
        assertThat(table.knows("/apis")).isFalse();
        assertThat(table.knows("/")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/clusters, /api/v1/clusters",
        "HEAD, /api/v1/clusters, /api/v1/clusters",
        "GET, /api/v1/clusters/orders, /api/v1/clusters/{id}",
        "GET, /api/v1/clusters/compare, /api/v1/clusters/compare",
        "POST, /api/v1/clusters/test, /api/v1/clusters/test",
        "GET, /api/v1/clusters/test, /api/v1/clusters/{id}",
        "DELETE, /api/v1/clusters/a/topics/b%2Fc, /api/v1/clusters/{id}/topics/{topic}",
        "GET, /api/v1/clusters/compare/topics/t, /api/v1/clusters/{id}/topics/{topic}"
    })
    void finds_the_most_literal_template(String method, String path, String template) {
        assertThat(table.match(method, path))
                .isInstanceOfSatisfying(
                        RouteTable.Found.class,
                        found -> assertThat(found.route().template()).isEqualTo(template));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1/clusters/",
                "/api/v1/clusters//topics/t",
                "/api/v1/Clusters",
                "/api/v1/cl%75sters",
                "/api/v1/clusters/a/topics/b/c",
                "/",
                "/api/v1/clusters;x=1"
            })
    void finds_nothing_where_the_path_is_not_exactly_there(String path) {
        assertThat(table.match("GET", path)).isInstanceOf(RouteTable.NotThere.class);
    }

    @Test
    void names_the_methods_that_are_there() {
        assertThat(table.match("PATCH", "/api/v1/clusters"))
                .isInstanceOfSatisfying(
                        RouteTable.WrongMethod.class,
                        wrong -> assertThat(wrong.allowed()).containsExactly("GET", "POST"));
    }

    @Test
    void refuses_two_services_at_one_place() {
        assertThatThrownBy(
                        () ->
                                new RouteTable(
                                        List.of(route("GET", "/x/{a}"), route("GET", "/x/{b}"))))
                .hasMessageContaining("GET /x/{b} is both of");
    }

    @ParameterizedTest
    @CsvSource({"'{}', has no x-permission", "'{\"x-permission\":\"FLY\"}', unknown permission"})
    void refuses_an_operation_that_does_not_say_who_may_use_it(String operation, String message)
            throws Exception {
        var document =
                new ObjectMapper().readTree("{\"paths\":{\"/x\":{\"get\":" + operation + "}}}");
        assertThatThrownBy(() -> RouteReader.read(Service.OPS, document))
                .hasMessageContaining("GET /x of ops-service")
                .hasMessageContaining(message);
    }
}
