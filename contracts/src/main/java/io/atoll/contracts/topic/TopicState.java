package io.atoll.contracts.topic;

import io.atoll.contracts.audit.Audited;
import java.util.Map;

/**
 * What people decide of a topic.
 *
 * @param config settings that are its own
 */
public record TopicState(
        String name, int partitions, int replicationFactor, Map<String, String> config)
        implements Audited {

    public TopicState {
        config = Map.copyOf(config);
    }
}
