package io.atoll.web.audit;

import io.atoll.web.client.Query;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show.
 *
 * @param key id of an API key
 * @param from a moment in UTC, with or without its zone as forms send it
 * @param token of the page
 * @param verify present: the chain is checked too
 */
public record AuditFilter(
        @QueryParam("q") @Nullable String q,
        @QueryParam("subject") @Nullable String subject,
        @QueryParam("key") @Nullable String key,
        @QueryParam("cluster") @Nullable String cluster,
        @QueryParam("action") @Nullable String action,
        @QueryParam("outcome") @Nullable String outcome,
        @QueryParam("trace") @Nullable String trace,
        @QueryParam("from") @Nullable String from,
        @QueryParam("to") @Nullable String to,
        @QueryParam("token") @Nullable String token,
        @QueryParam("verify") @Nullable String verify) {

    static final int PAGE = 50;

    Query page() {
        return on("/api/v1/audit").with("page_size", PAGE).with("page_token", token);
    }

    public String csv() {
        return on("/api/v1/audit/export").with("format", "csv").toString();
    }

    public String json() {
        return on("/api/v1/audit/export").with("format", "json").toString();
    }

    /** This page, the chain checked. */
    public String verified() {
        return on("/audit").with("verify", "true").toString();
    }

    @Nullable String next(@Nullable String nextToken) {
        return nextToken == null ? null : on("/audit").with("token", nextToken).toString();
    }

    /** As a field of a form takes it. */
    public String fromField() {
        return field(from);
    }

    public String toField() {
        return field(to);
    }

    private static String field(@Nullable String time) {
        return time == null ? "" : time.replace("Z", "");
    }

    public boolean isOutcome(String wanted) {
        return wanted.equals(outcome);
    }

    public boolean isCluster(String wanted) {
        return wanted.equals(cluster);
    }

    boolean checks() {
        return verify != null;
    }

    private Query on(String path) {
        return Query.on(path)
                .with("q", q)
                .with("subject", subject)
                .with("key", key)
                .with("cluster", cluster)
                .with("action", action)
                .with("outcome", outcome)
                .with("trace", trace)
                .with("from", zoned(from))
                .with("to", zoned(to));
    }

    private static @Nullable String zoned(@Nullable String time) {
        return time == null || time.isBlank() || time.endsWith("Z") ? time : time + "Z";
    }
}
