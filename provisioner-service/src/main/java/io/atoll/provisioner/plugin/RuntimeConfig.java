package io.atoll.provisioner.plugin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** Settings of the runtimes as a whole. */
@ConfigMapping(prefix = "atoll.runtime")
public interface RuntimeConfig {

    /**
     * Where clusters go that name no runtime: {@code process}, {@code docker}, or {@code auto},
     * which is docker where it can be used and process where it cannot.
     */
    @WithName("default")
    @WithDefault("process")
    Preference preference();

    /** How often the runtimes are looked at; a change of what they have is told at once. */
    @WithDefault("5s")
    Duration look();

    /** How often they are told of although nothing changed. */
    @WithDefault("30s")
    Duration tell();

    /** What can be preferred. */
    enum Preference {
        PROCESS,
        DOCKER,
        AUTO
    }
}
