package io.atoll.gateway.identity.revocation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fast an instance hears of changes. */
@ConfigMapping(prefix = "atoll.revocation")
public interface RevocationConfig {

    /** How often changes by other instances are asked for; 5 s without an answer is too old. */
    @WithDefault("1s")
    Duration changePoll();
}
