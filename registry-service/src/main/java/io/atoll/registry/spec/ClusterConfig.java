package io.atoll.registry.spec;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the registry's clusters. */
@ConfigMapping(prefix = "atoll.registry")
public interface ClusterConfig {

    /** Template of a cluster whose request names none. */
    @WithDefault("development")
    String defaultTemplate();
}
