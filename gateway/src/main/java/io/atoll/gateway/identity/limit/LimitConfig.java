package io.atoll.gateway.identity.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Failed sign-ins. */
@ConfigMapping(prefix = "atoll.limit")
public interface LimitConfig {

    /** Failures of one account from one address before it is locked for that address. */
    @WithDefault("5")
    int accountFailures();

    /** Failures from one address, whatever the account, before the address is locked. */
    @WithDefault("50")
    int addressFailures();

    /** The first lock; each further failure doubles it. */
    @WithDefault("30s")
    Duration firstLock();

    /** What doubling ends at. */
    @WithDefault("15m")
    Duration longestLock();

    /** How long failures are remembered. */
    @WithDefault("1h")
    Duration memory();

    /** How long Redis may take before this instance counts on its own. */
    @WithDefault("300ms")
    Duration redisTimeout();
}
