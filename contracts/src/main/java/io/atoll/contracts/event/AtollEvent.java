package io.atoll.contracts.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param id unique; the same event delivered twice has the same id
 * @param type dotted noun and past participle, see {@link EventType}
 * @param cluster id of the cluster it is about, absent for events about none
 * @param environment of that cluster, so that a subscriber's rights can be checked
 * @param tags of that cluster
 * @param message one plain sentence
 * @param subject who caused it, absent where nobody did
 * @param attributes small facts of this type, for example {@code node} or {@code topic}
 */
public record AtollEvent(
        String id,
        String type,
        Severity severity,
        @Nullable String cluster,
        @Nullable String environment,
        Map<String, String> tags,
        String message,
        Instant timestamp,
        @Nullable String subject,
        Map<String, String> attributes) {

    public AtollEvent {
        tags = Map.copyOf(tags);
        attributes = Map.copyOf(attributes);
    }
}
