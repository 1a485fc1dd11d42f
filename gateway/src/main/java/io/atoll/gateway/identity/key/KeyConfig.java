package io.atoll.gateway.identity.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** API keys. */
@ConfigMapping(prefix = "atoll.key")
public interface KeyConfig {

    /** Life of a key that is made without one. */
    @WithDefault("90d")
    Duration life();

    /** Longest life that a key can be given. */
    @WithDefault("366d")
    Duration longestLife();

    /** Keys that one user may have. */
    @WithDefault("20")
    int mostOfUser();

    /** How often it is written down which keys were used, and from where. */
    @WithDefault("1m")
    Duration usePause();
}
