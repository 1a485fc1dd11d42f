package io.atoll.contracts.spec;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the brokers. In requests an absent field takes the template's value; in a spec every
 * field is set.
 *
 * @param heapSize of each broker's JVM: a number with M or G, 128M to 64G, for example {@code 512M}
 * @param logRetentionHours {@code log.retention.hours}; -1 keeps for ever
 * @param logSegmentBytes {@code log.segment.bytes}
 * @param numPartitions {@code num.partitions}: partitions of topics that do not say
 * @param defaultReplicationFactor {@code default.replication.factor}; at most the number of brokers
 * @param customProperties further broker settings by their Kafka names
 */
public record KafkaConfig(
        @Nullable @Pattern(regexp = HEAP, message = HEAP_MESSAGE) String heapSize,
        @Nullable @Min(-1) @Max(876_000) Integer logRetentionHours,
        @Nullable @Min(1_048_576) @Max(2_147_483_647L) Integer logSegmentBytes,
        @Nullable @Min(1) @Max(1_000) Integer numPartitions,
        @Nullable @Min(1) @Max(5) Integer defaultReplicationFactor,
        @Nullable @Min(1) @Max(128) Integer numNetworkThreads,
        @Nullable @Min(1) @Max(256) Integer numIoThreads,
        @Nullable @Min(1_024) @Max(104_857_600) Integer socketSendBufferBytes,
        @Nullable @Min(1_024) @Max(104_857_600) Integer socketReceiveBufferBytes,
        @Nullable @Size(max = 100)
                Map<@Size(min = 1, max = 200) String, @Size(max = 2_000) String> customProperties) {

    /** The form of a heap size. */
    public static final String HEAP = "[1-9][0-9]{0,5}[MG]";

    public static final String HEAP_MESSAGE =
            "must be a whole number followed by M or G, for example 512M";

    public KafkaConfig {
        customProperties = customProperties == null ? null : Map.copyOf(customProperties);
    }

    /** Nothing set. */
    public static KafkaConfig empty() {
        return new KafkaConfig(null, null, null, null, null, null, null, null, null, null);
    }
}
