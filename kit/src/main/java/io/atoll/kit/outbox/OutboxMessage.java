package io.atoll.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * @param key orders the messages of a topic among themselves
 * @param payload JSON; null is a tombstone, which takes the key out of a compacted topic
 */
public record OutboxMessage(String topic, String key, @Nullable String payload) {

    public static OutboxMessage of(String topic, String key, Object payload, ObjectMapper mapper) {
        try {
            return new OutboxMessage(topic, key, mapper.writeValueAsString(payload));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static OutboxMessage tombstone(String topic, String key) {
        return new OutboxMessage(topic, key, null);
    }
}
