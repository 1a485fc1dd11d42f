package io.atoll.contracts.topic;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a topic.
 *
 * @param partitions absent: the cluster's {@code num.partitions}
 * @param replicationFactor absent: the cluster's {@code default.replication.factor}
 * @param config topic settings by their Kafka names
 */
public record CreateTopicRequest(
        @NotNull
                @Pattern(
                        regexp = NAME,
                        message = "must be 1 to 249 of a-z, A-Z, 0-9, '.', '_' and '-'")
                String name,
        @Nullable @Min(1) @Max(10_000) Integer partitions,
        @Nullable @Min(1) @Max(100) Integer replicationFactor,
        @Nullable @Size(max = 100)
                Map<@Size(min = 1, max = 200) String, @Size(max = 2_000) String> config) {

    /** Kafka's own rule for topic names; "." and ".." are refused besides. */
    public static final String NAME = "(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}";
}
