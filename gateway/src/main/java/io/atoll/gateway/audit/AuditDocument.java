package io.atoll.gateway.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.atoll.contracts.audit.AuditChange;
import io.atoll.kit.outbox.StoredJson;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of changes. Types keep secrets out of before and after; maps whose keys people choose,
 * such as settings of a broker, lose the values whose keys sound like one.
 */
@ApplicationScoped
class AuditDocument {
    private static final Pattern SECRET =
            Pattern.compile(
                    "passw|passphrase|secret|token|jaas|credential|private.?key|api.?key",
                    Pattern.CASE_INSENSITIVE);
    private static final int LARGEST = 256 * 1024;

    private final StoredJson json;
    private final ObjectMapper mapper;

    AuditDocument(StoredJson json, ObjectMapper mapper) {
        this.json = json;
        this.mapper = mapper;
    }

    AuditRow changed(AuditChange change) {
        ObjectNode document = mapper.createObjectNode();
        document.put("at", change.at().toString());
        document.put("resource", change.resource());
        document.put("action", change.action());
        document.set("before", state(change.before()));
        document.set("after", state(change.after()));
        UUID attempt = change.attempt();
        var row =
                new JsonObject()
                        .put("entry", attempt == null ? null : attempt.toString())
                        .put("stage", "changed")
                        .put("change", change.id())
                        .put("at", change.at().toString())
                        .put("subject", AuditRow.line(change.subject()))
                        .put("kind", AuditRow.line(change.kind()))
                        .put("trace", AuditRow.line(change.trace()))
                        .put("action", AuditRow.line(change.action()))
                        .put("cluster", AuditRow.line(change.cluster()))
                        .put("environment", AuditRow.line(change.environment()))
                        .put("tags", tags(change.tags()))
                        .put("outcome", "succeeded")
                        .put("document", json.write(document));
        return new AuditRow(row);
    }

    /** What came and cannot be read leaves a row too. */
    AuditRow unreadable(long offset, Attempt.Who who) {
        return AuditRow.done(
                Attempt.of(who, "change.set-aside", Attempt.What.NOTHING_MORE),
                Map.of("reason", "The message at offset " + offset + " cannot be read."));
    }

    private String tags(Map<String, String> tags) {
        List<String> written =
                tags.entrySet().stream()
                        .map(t -> t.getKey() + "=" + t.getValue())
                        .sorted()
                        .toList();
        return json.write(written);
    }

    private JsonNode state(@Nullable Object state) {
        JsonNode tree = mask(json.tree(state == null ? mapper.nullNode() : state));
        if (tree.toString().length() > LARGEST) {
            return mapper.createObjectNode().put("left_out", "larger than " + LARGEST + " bytes");
        }
        return tree;
    }

    private static JsonNode mask(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : names(object)) {
                JsonNode value = object.get(name);
                object.set(
                        name,
                        value.isValueNode() && !value.isNull() && SECRET.matcher(name).find()
                                ? TextNode.valueOf("(removed)")
                                : mask(value));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, mask(array.get(i)));
            }
        }
        return node;
    }

    private static List<String> names(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
