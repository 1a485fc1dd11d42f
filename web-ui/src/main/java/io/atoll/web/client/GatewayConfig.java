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

    /**
     * After which a call is given up that a page cannot do without; default 25 s. Above what the
     * services themselves take at most, 20 s for a connection test, so that what they found is told
     * and what they did is known; below the 60 s after which the gateway gives up the page.
     */
    @WithDefault("25s")
    Duration timeout();
}
