package io.atoll.contracts.topic;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as the API shows it.
 *
 * @param key a JSON value or a string, after {@code keyEncoding}; absent where there is none
 * @param value likewise; absent for a tombstone
 * @param sizeBytes key and value on disk, uncompressed
 * @param truncated true: the value is longer than what was asked for and is cut
 */
public record RecordView(
        String topic,
        int partition,
        long offset,
        Instant timestamp,
        @Nullable Object key,
        @Nullable Encoding keyEncoding,
        @Nullable Object value,
        @Nullable Encoding valueEncoding,
        List<Header> headers,
        long sizeBytes,
        boolean truncated) {

    /** One header; names may repeat. */
    public record Header(String name, @Nullable String value, Encoding encoding) {}
}
