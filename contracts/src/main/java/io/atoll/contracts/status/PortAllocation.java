package io.atoll.contracts.status;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ports a cluster holds until it is deleted.
 *
 * @param kafkaPort the first broker's client port
 * @param all every port by its use, for example {@code broker-2.client}
 */
public record PortAllocation(
        int kafkaPort,
        @Nullable Integer restProxyPort,
        @Nullable Integer uiPort,
        @Nullable Integer jmxPort,
        Map<String, Integer> all) {

    public PortAllocation {
        all = Map.copyOf(all);
    }
}
