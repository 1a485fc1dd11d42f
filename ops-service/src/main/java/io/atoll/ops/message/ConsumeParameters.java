package io.atoll.ops.message;

import io.atoll.kit.refusal.Invalid;
import io.atoll.ops.browse.Start;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What to look at and how much of it.
public record ConsumeParameters(
        @QueryParam("topic") @NotNull @Size(min = 1, max = 249) String topic,
        @QueryParam("partition") @Min(0) @Parameter(description = "Only this partition")
                @Nullable Integer partition,
        @QueryParam("from")
                @DefaultValue("earliest")
                @Pattern(
                        regexp = "earliest|latest|offset|timestamp",
                        message = "must be earliest, latest, offset or timestamp")
                @Parameter(
                        description =
                                "Where to begin; latest answers the newest max_records records")
                String from,
        @QueryParam("offset") @Min(0) @Parameter(description = "With from=offset")
                @Nullable Long offset,
        @QueryParam("timestamp")
                @Size(max = 40)
                @Parameter(
                        description =
                                "With from=timestamp: RFC 3339, or milliseconds since the epoch")
                @Nullable String timestamp,
        @QueryParam("max_records") @DefaultValue("50") @Min(1) @Max(1_000) int maxRecords,
        @QueryParam("max_bytes")
                @DefaultValue("8388608")
                @Min(1)
                @Max(8_388_608)
                @Parameter(description = "Bytes of keys and values; at least one record is read")
                int maxBytes,
        @QueryParam("timeout_ms") @DefaultValue("3000") @Min(1) @Max(30_000) int timeoutMs,
        @QueryParam("value_limit_bytes")
                @DefaultValue("1048576")
                @Min(0)
                @Max(8_388_608)
                @Parameter(description = "Longer keys and values are cut and marked")
                int valueLimitBytes,
        @QueryParam("key_encoding")
                @DefaultValue("auto")
                @Pattern(
                        regexp = "auto|json|text|base64",
                        message = "must be auto, json, text or base64")
                String keyEncoding,
        @QueryParam("value_encoding")
                @DefaultValue("auto")
                @Pattern(
                        regexp = "auto|json|text|base64",
                        message = "must be auto, json, text or base64")
                String valueEncoding,
        @QueryParam("order")
                @Pattern(regexp = "oldest|newest", message = "must be oldest or newest")
                @Parameter(
                        description =
                                "Which comes first in the answer; absent: newest with from=latest,"
                                        + " else oldest")
                @Nullable String order,
        @QueryParam("isolation")
                @DefaultValue("read_committed")
                @Pattern(
                        regexp = "read_committed|read_uncommitted",
                        message = "must be read_committed or read_uncommitted")
                @Parameter(description = "Whether records of open and aborted transactions show")
                String isolation) {

    /// Where to begin; refuses what does not go together.
    Start start() {
        return switch (from) {
            case "latest" -> new Start.Latest();
            case "offset" -> new Start.At(needed(offset, "?offset", "offset"));
            case "timestamp" ->
                    new Start.Since(moment(needed(timestamp, "?timestamp", "timestamp")));
            default -> new Start.Earliest();
        };
    }

    private static <T> T needed(@Nullable T value, String pointer, String from) {
        if (value == null) {
            throw new Invalid(pointer, "is needed with from=" + from);
        }
        return value;
    }

    private static Instant moment(String text) {
        try {
            return text.chars().allMatch(Character::isDigit)
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new Invalid(
                    "?timestamp",
                    "must be a time such as 2026-01-31T12:00:00Z, or milliseconds since the epoch");
        }
    }
}
