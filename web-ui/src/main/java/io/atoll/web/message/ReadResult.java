package io.atoll.web.message;

import io.atoll.contracts.topic.ConsumeView;
import java.util.List;
import java.util.Objects;

/** What was read, with the reason why it ended in words. */
public record ReadResult(
        List<RecordLook> records,
        String ended,
        long scanned,
        long elapsedMs,
        List<String> warnings) {

    static ReadResult of(ConsumeView view, List<RecordLook> records) {
        return new ReadResult(
                records,
                ended(view.ended()),
                view.scannedRecords(),
                view.elapsedMs(),
                Objects.requireNonNullElse(view.warnings(), List.of()));
    }

    private static String ended(String reason) {
        return switch (reason) {
            case "end_reached" -> "up to the end of the topic";
            case "max_records" -> "more records follow";
            case "max_bytes" -> "stopped at the size limit; more records follow";
            case "timeout" -> "stopped at the time limit; there may be more";
            default -> reason;
        };
    }
}
