package io.atoll.registry.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Which runtime a cluster gets that names none. */
@ConfigMapping(prefix = "atoll.runtime")
interface RuntimeConfig {

    /** {@code process}, {@code docker}, or {@code auto}: docker where it answers, else process. */
    @WithName("default")
    @WithDefault("process")
    Preference preference();

    /** What can be preferred. */
    enum Preference {
        PROCESS,
        DOCKER,
        AUTO
    }
}
