package io.atoll.gateway.door.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes one OpenAPI document of several. A schema that two services name alike but define
 * differently gets the service before its name.
 */
final class DocumentMerger {
    private static final String SCHEMA = "#/components/schemas/";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode paths = JSON.objectNode();
    private final ObjectNode schemas = JSON.objectNode();
    private final ArrayNode tags = JSON.arrayNode();

    static ObjectNode merge(Map<Service, JsonNode> documents) {
        var merger = new DocumentMerger();
        documents.forEach(merger::add);
        return merger.document();
    }

    private void add(Service service, JsonNode document) {
        JsonNode own = document.path("components").path("schemas");
        Map<String, String> renamed = renamed(service, own);
        own.properties()
                .forEach(
                        s ->
                                schemas.set(
                                        renamed.getOrDefault(s.getKey(), s.getKey()),
                                        refer(s.getValue(), renamed)));
        for (var path : document.path("paths").properties()) {
            JsonNode operations = refer(path.getValue(), renamed);
            operations.forEach(DocumentMerger::markOpen);
            paths.withObjectProperty(path.getKey()).setAll((ObjectNode) operations);
        }
        document.path("tags").forEach(tags::add);
    }

    /** One rule for the whole document, lifted where anyone may call. */
    private static void markOpen(JsonNode operation) {
        if (operation instanceof ObjectNode object) {
            object.remove("security");
            if (object.path("x-permission").asText().equals(RouteAccess.ANYONE)) {
                object.putArray("security");
            }
        }
    }

    private Map<String, String> renamed(Service service, JsonNode own) {
        var renamed = new HashMap<String, String>();
        for (var schema : own.properties()) {
            JsonNode other = schemas.get(schema.getKey());
            if (other != null && !other.equals(schema.getValue())) {
                String prefix = service.document();
                renamed.put(
                        schema.getKey(),
                        Character.toUpperCase(prefix.charAt(0))
                                + prefix.substring(1)
                                + schema.getKey());
            }
        }
        return renamed;
    }

    /** A copy whose references follow the new names. */
    private static JsonNode refer(JsonNode node, Map<String, String> renamed) {
        JsonNode copy = node.deepCopy();
        if (!renamed.isEmpty()) {
            copy.findParents("$ref").forEach(parent -> refer((ObjectNode) parent, renamed));
        }
        return copy;
    }

    private static void refer(ObjectNode parent, Map<String, String> renamed) {
        String ref = parent.path("$ref").asText();
        if (ref.startsWith(SCHEMA)) {
            String name = ref.substring(SCHEMA.length());
            parent.put("$ref", SCHEMA + renamed.getOrDefault(name, name));
        }
    }

    private ObjectNode document() {
        var document = JSON.objectNode().put("openapi", "3.1.0");
        document.putObject("info").put("title", "Atoll").put("version", "1");
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("security").addObject().putArray("bearer");
        document.withArrayProperty("security").addObject().putArray("session");
        document.withArrayProperty("security").addObject().putArray("key");
        if (!tags.isEmpty()) {
            document.set("tags", tags);
        }
        document.set("paths", paths);
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas);
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        schemes.putObject("session")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "atoll_session");
        schemes.putObject("key").put("type", "apiKey").put("in", "header").put("name", "X-API-Key");
        return document;
    }
}
