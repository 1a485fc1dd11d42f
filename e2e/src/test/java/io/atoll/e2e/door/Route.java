package io.atoll.e2e.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.atoll.contracts.access.Permission;
import io.atoll.e2e.suite.Api;
import io.atoll.e2e.suite.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One operation of the committed OpenAPI documents.
 *
 * @param service name of its document
 * @param access a permission's name, ANYONE or SIGNED_IN
 * @param body schema of the request's body, missing where it takes none
 * @param document that the schema's references lead into
 */
record Route(
        String service,
        String method,
        String path,
        String access,
        JsonNode operation,
        JsonNode body,
        JsonNode document) {
    static final List<String> SERVICES = List.of("registry", "provisioner", "ops", "gateway");
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    static List<Route> all() {
        var routes = new ArrayList<Route>();
        SERVICES.forEach(s -> routes.addAll(of(s)));
        return routes;
    }

    private static List<Route> of(String service) {
        var file = "contracts/src/main/resources/openapi/" + service + ".json";
        var routes = new ArrayList<Route>();
        try {
            var document = Api.JSON.readTree(Files.readString(Repository.root().resolve(file)));
            for (var path : document.get("paths").properties()) {
                for (var operation : path.getValue().properties()) {
                    if (METHODS.contains(operation.getKey())) {
                        routes.add(of(service, path.getKey(), operation, document));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return routes;
    }

    private static Route of(
            String service,
            String path,
            java.util.Map.Entry<String, JsonNode> operation,
            JsonNode document) {
        var value = operation.getValue();
        return new Route(
                service,
                operation.getKey().toUpperCase(Locale.ROOT),
                path,
                value.path("x-permission").asText(),
                value,
                value.path("requestBody").path("content").path("application/json").path("schema"),
                document);
    }

    boolean isOpen() {
        return access.equals("ANYONE");
    }

    /** Empty where being signed in is enough, or not even that is needed. */
    Optional<Permission> permission() {
        return isOpen() || access.equals("SIGNED_IN")
                ? Optional.empty()
                : Optional.of(Permission.valueOf(access));
    }

    /** Signing in and what belongs to it, but for what a key may ask about itself. */
    boolean isAboutTheCaller() {
        return service.equals("gateway")
                && access.equals("SIGNED_IN")
                && !path.equals("/api/v1/auth/me")
                && !path.equals("/api/v1/limits/me");
    }

    boolean isOfOneCluster() {
        return path.startsWith("/api/v1/clusters/{id}");
    }

    /** Takes dry_run: else it is asked for real, about names that nothing has. */
    boolean plans() {
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("name").asText().equals("dry_run")) {
                return true;
            }
        }
        return false;
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** With a cluster in its place and names that nothing has; a dry run where it would change. */
    String uri(String cluster) {
        var uri = isOfOneCluster() ? path.replace("{id}", cluster) : path;
        uri = uri.replaceAll("\\{[a-z_]+}", "no-such");
        return plans() ? uri + "?dry_run=true" : uri;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
