package io.atoll.gateway.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The audit. */
@ConfigMapping(prefix = "atoll.audit")
public interface AuditConfig {

    /** How long entries are kept; 0 keeps them for ever. */
    @WithDefault("400d")
    Duration retention();

    /** How often old entries are looked for. */
    @WithDefault("1h")
    Duration retentionCheck();

    /** How long a row may take before the request that needs it is refused. */
    @WithDefault("2s")
    Duration patience();

    /** Denied attempts that are the same within this time become one entry with a count. */
    @WithDefault("1m")
    Duration denialWindow();

    /** Different denied attempts of one source in a window; further ones are counted together. */
    @WithDefault("20")
    int denialsPerSource();

    /** The same for all sources together. */
    @WithDefault("500")
    int denials();
}
