package io.atoll.web.message;

import io.atoll.web.client.Query;
import io.atoll.web.client.TopicClient;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What to read; kept in the address.
 *
 * @param from latest (the newest records), earliest, offset or timestamp
 * @param at an offset, or a time in UTC as a browser's date field writes it
 */
public record ReadRequest(
        @QueryParam("topic") @Nullable String topic,
        @QueryParam("from") @Nullable String from,
        @QueryParam("partition") @Nullable String partition,
        @QueryParam("offset") @Nullable String offset,
        @QueryParam("at") @Nullable String at,
        @QueryParam("limit") @Nullable String limit) {

    static final int TIMEOUT_MS = 3_000;

    public boolean hasTopic() {
        return topic != null && !topic.isBlank();
    }

    /** Where to begin; the newest records where nothing is said. */
    public String start() {
        return from == null || from.isBlank() ? "latest" : from;
    }

    public String most() {
        return limit == null || limit.isBlank() ? "25" : limit;
    }

    public boolean isTopic(String name) {
        return name.equals(topic);
    }

    Query query(String cluster) {
        return TopicClient.consume(cluster)
                .with("topic", topic)
                .with("from", start())
                .with("partition", partition)
                .with("offset", start().equals("offset") ? offset : null)
                .with("timestamp", start().equals("timestamp") ? instant() : null)
                .with("max_records", most())
                .with("timeout_ms", TIMEOUT_MS);
    }

    private @Nullable String instant() {
        if (at == null || at.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(at).toInstant(ZoneOffset.UTC).toString();
        } catch (DateTimeParseException e) {
            return at;
        }
    }
}
