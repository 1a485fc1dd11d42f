package io.atoll.web.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the public API is and how long a page waits for it. */
@ConfigMapping(prefix = "atoll.gateway")
public interface GatewayConfig {

    /** Base address of the gateway, for example {@code http://127.0.0.1:8080}. */
    URI url();

    /** How long one call may take before the page goes on without it; default 5 s. */
    @WithDefault("5s")
    Duration timeout();
}
