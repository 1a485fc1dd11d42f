package io.atoll.provisioner.port;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the pool of ports. */
@ConfigMapping(prefix = "atoll.ports")
public interface PortConfig {

    /** First and last port that clusters are given unless they ask for one by number. */
    @WithDefault("9000-9999")
    String pool();
}
