package io.atoll.registry.capacity;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/**
 * Limits of how many clusters there may be and how much memory they may be promised. What is absent
 * has no limit but that of the machine. A stopped cluster counts as a cluster and takes no memory.
 */
@ConfigMapping(prefix = "atoll.quota")
interface QuotaConfig {

    /** Of all clusters together: {@code atoll.quota.clusters}, {@code atoll.quota.memory}. */
    @WithParentName
    Limits all();

    /** Of each environment that has no entry of its own under {@code environments}. */
    Limits environment();

    /** Of environments by name. */
    Map<String, Limits> environments();

    /** Of each user that has no entry of its own under {@code users}. */
    Limits user();

    /** Of users by name. */
    Map<String, Limits> users();

    /** One set of limits. */
    interface Limits {

        /** Number of clusters, 0 or more. */
        Optional<Long> clusters();

        /** Memory that all clusters that are meant to run may take at most, for example 8G. */
        Optional<MemorySize> memory();
    }
}
