package io.atoll.e2e.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values after a JSON schema, of which some are wrong on purpose. */
final class JsonFuzz {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    /** Texts that have broken programs before. */
    static final List<String> HOSTILE =
            List.of(
                    "",
                    " ",
                    "..",
                    "../../etc/passwd",
                    "%2e%2e%2f",
                    "a\u0000b",
                    "line\r\nbreak: x",
                    "\u001b[31mred",
                    "\u202etxt.exe",
                    "😀".repeat(50),
                    "\ud800",
                    "x".repeat(300),
                    "x".repeat(70_000),
                    "${7*7}",
                    "{config:x}",
                    "{{7*7}}",
                    "<script>alert(1)</script>",
                    "' or 1=1 --",
                    "\"; drop table users; --",
                    "=cmd|'/c calc'!A0",
                    "true",
                    "null",
                    "-1",
                    "9223372036854775808",
                    "1e999",
                    "NaN",
                    "2026-13-45T99:99:99Z",
                    "http://169.254.169.254/latest",
                    "__proto__");

    private final RandomGenerator random;
    private final JsonNode document;

    JsonFuzz(RandomGenerator random, JsonNode document) {
        this.random = random;
        this.document = document;
    }

    JsonNode value(JsonNode schema) {
        return value(schema, 0);
    }

    private JsonNode value(JsonNode given, int depth) {
        var schema = resolved(given);
        if (random.nextInt(100) < 8) {
            return wrong();
        }
        if (schema.has("enum")) {
            return pick(schema.get("enum"));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> JSON.numberNode(random.nextInt(-1, 2_000));
            case "number" -> JSON.numberNode(random.nextDouble() * 100);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "string" -> JSON.textNode(text(schema));
            default -> wrong();
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        if (depth < DEEPEST) {
            for (var property : schema.path("properties").properties()) {
                if (random.nextInt(100) < 70) {
                    object.set(property.getKey(), value(property.getValue(), depth + 1));
                }
            }
            if (schema.path("additionalProperties").isObject()) {
                object.set(
                        "k" + random.nextInt(9),
                        value(schema.get("additionalProperties"), depth + 1));
            }
        }
        if (random.nextInt(100) < 4) {
            object.set(hostile(), wrong());
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        int size = depth < DEEPEST ? random.nextInt(3) : 0;
        for (int i = 0; i < size; i++) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode wrong() {
        return switch (random.nextInt(9)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(Long.MAX_VALUE);
            case 2 -> JSON.numberNode(-1);
            case 3 -> JSON.numberNode(new java.math.BigDecimal("1e400"));
            case 4 -> JSON.booleanNode(true);
            case 5 -> JSON.arrayNode().add(JSON.arrayNode());
            case 6 -> JSON.objectNode().put("x", 1);
            default -> JSON.textNode(hostile());
        };
    }

    String hostile() {
        return HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date-time" -> "2031-01-01T00:00:00Z";
            default ->
                    random.nextInt(3) == 0
                            ? hostile()
                            : "fuzz-" + Integer.toString(random.nextInt(40), 36);
        };
    }

    private JsonNode pick(JsonNode choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** OpenAPI 3.1 has lists of types; the first that is not null counts. */
    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isTextual()) {
            return type.asText();
        }
        for (var one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return schema.has("properties") ? "object" : "";
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(document.at(schema.get("$ref").asText().substring(1)));
        }
        var choices = new ArrayList<JsonNode>();
        for (var word : List.of("oneOf", "anyOf", "allOf")) {
            schema.path(word).forEach(choices::add);
        }
        return choices.isEmpty() ? schema : resolved(choices.get(random.nextInt(choices.size())));
    }
}
