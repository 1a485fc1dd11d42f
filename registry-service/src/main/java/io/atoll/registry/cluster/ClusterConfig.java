package io.atoll.registry.cluster;

import io.atoll.contracts.cluster.RuntimeName;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the registry's clusters. */
@ConfigMapping(prefix = "atoll.registry")
interface ClusterConfig {

    /** Where nodes run when a request does not say. */
    @WithDefault("process")
    RuntimeName defaultRuntime();

    /** Template of a cluster whose request names none. */
    @WithDefault("development")
    String defaultTemplate();
}
