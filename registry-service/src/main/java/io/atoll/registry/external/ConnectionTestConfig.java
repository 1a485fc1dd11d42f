package io.atoll.registry.external;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a connection is tested before it is stored. */
@ConfigMapping(prefix = "atoll.connection-test")
public interface ConnectionTestConfig {

    /** Where ops is: clients of clusters run there alone. */
    @WithDefault("http://127.0.0.1:7103")
    String url();

    /** After which a test is given up; above the 15 seconds that ops takes at most. */
    @WithDefault("20s")
    Duration timeout();
}
