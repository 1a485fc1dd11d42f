package io.atoll.gateway.door.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the routes of one OpenAPI document. */
final class RouteReader {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Fails with IllegalArgumentException on an operation that does not say who may use it. */
    static List<Route> read(Service service, JsonNode document) {
        var routes = new ArrayList<Route>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    routes.add(
                            route(
                                    service,
                                    path.getKey(),
                                    operation.getKey(),
                                    operation.getValue()));
                }
            }
        }
        return routes;
    }

    private static Route route(Service service, String path, String method, JsonNode operation) {
        String verb = method.toUpperCase(Locale.ROOT);
        String permission = operation.path("x-permission").asText("");
        String what = "%s %s of %s".formatted(verb, path, service.application());
        if (permission.isEmpty()) {
            throw new IllegalArgumentException(what + " has no x-permission");
        }
        try {
            return new Route(
                    verb,
                    path,
                    service,
                    RouteAccess.of(permission),
                    operation.path("operationId").asText(verb + " " + path),
                    plans(operation));
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(
                    what + " has the unknown permission '" + permission + "'");
        }
    }

    private static boolean plans(JsonNode operation) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("name").asText().equals("dry_run")) {
                return true;
            }
        }
        return false;
    }

    private RouteReader() {}
}
