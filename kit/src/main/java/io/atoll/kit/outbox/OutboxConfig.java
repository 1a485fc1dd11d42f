package io.atoll.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the relay. */
@ConfigMapping(prefix = "atoll.outbox")
public interface OutboxConfig {

    /** Whether this process relays; one of all replicas does at a time. */
    @WithDefault("false")
    boolean enabled();

    /** Longest time between two looks at the table, for when a wake-up is lost. */
    @WithDefault("1s")
    Duration poll();

    /** Most messages that are in flight at the same time. */
    @WithDefault("500")
    int batch();
}
