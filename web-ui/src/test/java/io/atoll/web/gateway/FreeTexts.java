package io.atoll.web.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/** Adds a text to everything in an answer that somebody, or some cluster, may have worded. */
final class FreeTexts {

    private static final Set<String> FIELDS =
            Set.of(
                    "action",
                    "after",
                    "assignor",
                    "before",
                    "category",
                    "client_id",
                    "created_by",
                    "description",
                    "detail",
                    "environment",
                    "group",
                    "host",
                    "key",
                    "limits",
                    "member_id",
                    "message",
                    "name",
                    "owner",
                    "reason",
                    "subject",
                    "tag",
                    "title",
                    "user_agent",
                    "username",
                    "value",
                    "what");

    /** Lists and maps whose values are worded by somebody. */
    private static final Set<String> HOLDERS =
            Set.of("client_properties", "properties", "tags", "warnings");

    /** A runtime has one of these names. */
    private static final Set<String> RUNTIMES = Set.of("process", "docker");

    static JsonNode with(JsonNode node, String text) {
        switch (node) {
            case ObjectNode object ->
                    object.properties()
                            .forEach(e -> e.setValue(child(e.getKey(), e.getValue(), text)));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, with(array.get(i), text));
                }
            }
            default -> {}
        }
        return node;
    }

    private static JsonNode child(String field, JsonNode value, String text) {
        if (HOLDERS.contains(field)) {
            return worded(value, text);
        }
        boolean free = FIELDS.contains(field) && !RUNTIMES.contains(value.asText());
        return free && value.isTextual() ? new TextNode(value.asText() + text) : with(value, text);
    }

    private static JsonNode worded(JsonNode node, String text) {
        switch (node) {
            case TextNode one -> {
                return new TextNode(one.asText() + text);
            }
            case ObjectNode object ->
                    object.properties().forEach(e -> e.setValue(worded(e.getValue(), text)));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, worded(array.get(i), text));
                }
            }
            default -> {}
        }
        return node;
    }

    private FreeTexts() {}
}
