package io.atoll.ops.message;

import io.atoll.kit.problem.Invalid;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Where a browse begins.
sealed interface Start {

    record Earliest() implements Start {}

    /// The newest records, read backwards from the end.
    record Latest() implements Start {}

    /// @param offset from this one on, in one partition
    record At(long offset) implements Start {}

    /// The first record at this time or later, in each partition.
    record Since(Instant moment) implements Start {}

    static Start of(ConsumeParameters asked) {
        return switch (asked.from()) {
            case "latest" -> new Latest();
            case "offset" -> new At(needed(asked.offset(), "?offset", "offset"));
            case "timestamp" ->
                    new Since(moment(needed(asked.timestamp(), "?timestamp", "timestamp")));
            default -> new Earliest();
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
