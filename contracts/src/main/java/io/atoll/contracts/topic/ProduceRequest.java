package io.atoll.contracts.topic;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes records, all acknowledged by all in-sync replicas before the answer.
 *
 * @param keyEncoding absent: text where the key is a string, else json
 * @param valueEncoding likewise
 */
public record ProduceRequest(
        @NotNull @Pattern(regexp = CreateTopicRequest.NAME, message = "is not a topic name")
                String topic,
        @Nullable Encoding keyEncoding,
        @Nullable Encoding valueEncoding,
        @NotEmpty @Size(max = 1_000) List<@NotNull @Valid Entry> records) {

    /**
     * @param key absent: no key
     * @param value null: a tombstone
     * @param headers text by name; a list gives a header more than once
     * @param partition absent: chosen by key
     * @param timestamp milliseconds since the epoch; absent: now
     */
    public record Entry(
            @Nullable Object key,
            @Nullable Object value,
            @Nullable @Size(max = 100) Map<@Size(min = 1, max = 200) String, Object> headers,
            @Nullable @Min(0) Integer partition,
            @Nullable @Min(0) Long timestamp) {}
}
