package io.atoll.gateway.audit.view;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for. What is absent does not limit.
 *
 * @param key id of an API key
 * @param action the whole action, or its beginning followed by {@code *}
 * @param from the first moment
 * @param to the moment after the last
 * @param q text within subject, action, address, path or what was changed
 */
public record AuditParameters(
        @QueryParam("subject") @Nullable @Size(max = 200) String subject,
        @QueryParam("key")
                @Nullable
                @Pattern(regexp = "[0-9A-Za-z]{22}|", message = "must be the id of an API key")
                String key,
        @QueryParam("cluster") @Nullable @Size(max = 200) String cluster,
        @QueryParam("action") @Nullable @Size(max = 200) String action,
        @QueryParam("outcome")
                @Nullable
                @Pattern(
                        regexp = "succeeded|failed|denied|unknown|",
                        message = "must be succeeded, failed, denied or unknown")
                String outcome,
        @QueryParam("trace") @Nullable @Size(max = 200) String trace,
        @QueryParam("from") @Nullable @Pattern(regexp = TIME, message = TIME_MESSAGE) String from,
        @QueryParam("to") @Nullable @Pattern(regexp = TIME, message = TIME_MESSAGE) String to,
        @QueryParam("q") @Nullable @Size(max = 200) String q) {

    private static final String TIME =
            "|\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?Z";

    private static final String TIME_MESSAGE =
            "must be a time in UTC, for example 2026-01-31T12:00:00Z";

    @Nullable Instant since() {
        return instant(from);
    }

    @Nullable Instant until() {
        return instant(to);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Instant.parse(text);
    }
}
