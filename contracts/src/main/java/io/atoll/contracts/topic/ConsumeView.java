package io.atoll.contracts.topic;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was read, and why it ended.
 *
 * @param ended {@code end_reached}, {@code max_records}, {@code max_bytes} or {@code timeout}
 * @param nextOffsets by partition: where a further read goes on
 * @param scannedRecords records looked at
 * @param warnings what is missing from this answer and why, absent where nothing is
 */
public record ConsumeView(
        List<RecordView> records,
        String ended,
        Map<Integer, Long> nextOffsets,
        long scannedRecords,
        long scannedBytes,
        long elapsedMs,
        @Nullable List<String> warnings) {}
