package io.atoll.contracts.topic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a topic would do: the answer to {@code ?dry_run=true}.
 *
 * @param action create, configure or delete
 * @param changes setting by setting, with values before and after; an absent one is the broker's
 *     default
 * @param warnings what a person should know before going on
 * @param records that would be lost by a delete; an upper bound on compacted topics
 */
public record TopicPlan(
        String action,
        String topic,
        int partitions,
        int replicationFactor,
        List<Change> changes,
        List<String> warnings,
        @Nullable Long records) {

    /** One setting, by its JSON pointer into the request. */
    public record Change(String pointer, @Nullable String before, @Nullable String after) {}
}
