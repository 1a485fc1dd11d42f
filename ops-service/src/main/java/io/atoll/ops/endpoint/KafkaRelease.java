package io.atoll.ops.endpoint;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which release a cluster has at least, by the level of its feature {@code metadata.version}
 * ({@code MetadataVersion} of Kafka).
 */
final class KafkaRelease {

    static final String FEATURE = "metadata.version";

    /** First level of each release. */
    private static final TreeMap<Integer, String> FIRST_LEVELS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry(1, "3.0"),
                            Map.entry(2, "3.1"),
                            Map.entry(3, "3.2"),
                            Map.entry(4, "3.3"),
                            Map.entry(8, "3.4"),
                            Map.entry(9, "3.5"),
                            Map.entry(12, "3.6"),
                            Map.entry(15, "3.7"),
                            Map.entry(20, "3.8"),
                            Map.entry(21, "3.9"),
                            Map.entry(22, "4.0"),
                            Map.entry(26, "4.1"),
                            Map.entry(28, "4.2")));

    private KafkaRelease() {}

    static Optional<String> of(int level) {
        return Optional.ofNullable(FIRST_LEVELS.floorEntry(level)).map(Map.Entry::getValue);
    }
}
