package io.atoll.ops.external;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How clusters that run elsewhere are looked at. */
@ConfigMapping(prefix = "atoll.external")
public interface ExternalConfig {

    /**
     * From one look at a cluster that answers to the next; advertised addresses are checked with
     * each.
     */
    @WithDefault("20s")
    Duration every();

    /** The same for one that does not answer. */
    @WithDefault("10s")
    Duration everyWhileAway();

    /** Looks at the same time. */
    @WithDefault("8")
    int concurrency();

    /** Connection tests at the same time; more are refused. */
    @WithDefault("8")
    int tests();
}
