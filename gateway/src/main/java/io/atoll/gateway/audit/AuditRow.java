package io.atoll.gateway.audit;

import io.atoll.contracts.audit.AuditOutcome;
import io.atoll.gateway.identity.access.Identity.UsedKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row that is to be added, in the form that the function {@code append_audit} takes. What a
 * caller sent is cut and holds no control characters.
 */
public record AuditRow(JsonObject json) {
    private static final int LONGEST = 500;

    public static AuditRow attempted(Attempt attempt) {
        return new AuditRow(row(attempt, "attempted").put("document", text(request(attempt))));
    }

    public static AuditRow completed(
            Attempt attempt, int status, AuditOutcome outcome, long millis) {
        Map<String, Object> document = new TreeMap<>(Map.of("millis", millis));
        return new AuditRow(
                row(attempt, "completed")
                        .put("status", status)
                        .put("outcome", outcome.wire())
                        .put("document", text(document)));
    }

    /** For what is written with its effect, in one transaction: there is no row before it. */
    public static AuditRow done(Attempt attempt, Map<String, Object> facts) {
        Map<String, Object> document = request(attempt);
        document.putAll(facts);
        return new AuditRow(
                row(attempt, "completed")
                        .put("outcome", AuditOutcome.SUCCEEDED.wire())
                        .put("document", text(document)));
    }

    /**
     * @param count how many attempts the row stands for
     */
    public static AuditRow denied(
            Attempt attempt, @Nullable Integer status, long count, String reason) {
        Map<String, Object> document = request(attempt);
        document.put("count", count);
        document.put("reason", reason);
        return new AuditRow(
                row(attempt, "denied")
                        .put("status", status)
                        .put("outcome", AuditOutcome.DENIED.wire())
                        .put("document", text(document)));
    }

    private static JsonObject row(Attempt attempt, String stage) {
        return new JsonObject()
                .put("entry", attempt.entry().toString())
                .put("stage", stage)
                .put("subject", line(attempt.who().subject()))
                .put("kind", line(attempt.who().kind()))
                .put("trace", line(attempt.who().trace()))
                .put("address", line(attempt.who().address()))
                .put("action", attempt.action())
                .put("permission", attempt.what().permission())
                .put("cluster", line(attempt.what().cluster()));
    }

    private static Map<String, Object> request(Attempt attempt) {
        var document = new TreeMap<String, Object>();
        UsedKey key = attempt.who().key();
        if (key != null) {
            document.put("key", key.id());
            document.put("key_name", line(key.name()));
        }
        put(document, "method", attempt.what().method());
        put(document, "path", line(attempt.what().path()));
        if (attempt.what().dryRun()) {
            document.put("dry_run", true);
        }
        return document;
    }

    private static void put(Map<String, Object> document, String name, @Nullable String value) {
        if (value != null) {
            document.put(name, value);
        }
    }

    private static String text(Map<String, Object> document) {
        return new JsonObject(document).encode();
    }

    static @Nullable String line(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return cut.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cf}]", "?");
    }

    static JsonArray array(Iterable<AuditRow> rows) {
        var array = new JsonArray();
        rows.forEach(row -> array.add(row.json()));
        return array;
    }
}
