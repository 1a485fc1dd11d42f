package io.atoll.gateway.audit.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.audit.AuditEffectView;
import io.atoll.contracts.audit.AuditEntryView;
import io.atoll.contracts.audit.AuditOutcome;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one entry of the rows that belong to an attempt. */
@ApplicationScoped
class EntryFactory {
    private final ObjectMapper mapper;

    /** A row as far as an entry needs it. */
    private record Part(
            String stage, @Nullable Integer status, @Nullable String cluster, JsonNode document) {}

    EntryFactory(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    AuditEntryView view(Row row) {
        Part first =
                new Part(
                        row.getString("stage"),
                        row.getInteger("status"),
                        row.getString("cluster"),
                        tree(row.getString("document")));
        List<Part> others =
                row.get(JsonArray.class, "others").stream()
                        .map(JsonObject.class::cast)
                        .map(this::part)
                        .toList();
        return view(row, first, others);
    }

    private AuditEntryView view(Row row, Part first, List<Part> others) {
        List<Part> all = Stream.concat(Stream.of(first), others.stream()).toList();
        JsonNode request = first.document();
        return new AuditEntryView(
                row.getUUID("entry").toString(),
                row.getLong("no"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("subject"),
                row.getString("kind"),
                text(request, "key"),
                text(request, "key_name"),
                row.getString("action"),
                row.getString("permission"),
                all.stream().map(Part::cluster).filter(Objects::nonNull).findFirst().orElse(null),
                AuditOutcome.of(row.getString("ended")),
                all.stream().map(Part::status).filter(Objects::nonNull).findFirst().orElse(null),
                row.getString("trace"),
                address(row),
                text(request, "method"),
                text(request, "path"),
                Math.max(1, request.path("count").asLong()),
                millis(all),
                request.path("dry_run").asBoolean(),
                text(request, "reason"),
                all.stream().filter(p -> p.stage().equals("changed")).map(this::effect).toList());
    }

    /** Calls that a page leads to come from web-ui; who sent the form has its own. */
    private static @Nullable String address(Row row) {
        String ofPage = row.getString("page_address");
        return ofPage == null ? row.getString("address") : ofPage;
    }

    private Part part(JsonObject row) {
        return new Part(
                row.getString("stage"),
                row.getInteger("status"),
                row.getString("cluster"),
                tree(row.getString("document")));
    }

    private AuditEffectView effect(Part part) {
        JsonNode document = part.document();
        JsonNode before = document.path("before");
        JsonNode after = document.path("after");
        return new AuditEffectView(
                Instant.parse(document.path("at").asText()),
                document.path("action").asText(),
                document.path("resource").asText(),
                orNull(before),
                orNull(after),
                Differences.between(before, after));
    }

    private static @Nullable JsonNode orNull(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node;
    }

    private static @Nullable Long millis(List<Part> parts) {
        return parts.stream()
                .map(p -> p.document().path("millis"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(JsonNode document, String name) {
        JsonNode value = document.path(name);
        return value.isTextual() ? value.asText() : null;
    }

    /** Somebody may have changed it by hand: that is for the check of the chain to say. */
    private JsonNode tree(String document) {
        try {
            return mapper.readTree(document);
        } catch (JsonProcessingException _) {
            return mapper.createObjectNode().put("reason", "This row cannot be read.");
        }
    }
}
