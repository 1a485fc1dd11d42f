package io.atoll.provisioner.reconcile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the control loop. */
@ConfigMapping(prefix = "atoll.reconcile")
public interface ReconcileConfig {

    /** Clusters that are worked on at the same time. */
    @WithDefault("16")
    int concurrency();

    /** After this time without a sign of life a worker's clusters go to another one. */
    @WithDefault("10s")
    Duration lease();

    /** How often a running cluster is looked at although nothing happened. */
    @WithDefault("5s")
    Duration resync();

    /**
     * A broker that served clients and has given no answer for so long, although its process or
     * container lives, is ended and started again, one at a time; 0 means never.
     */
    @WithDefault("2m")
    Duration hangPatience();

    /** How long something that carries our mark may belong to no known cluster. */
    @WithDefault("60s")
    Duration orphanGrace();

    /** How often such things are looked for. */
    @WithDefault("10s")
    Duration orphanCheck();

    /** How long what was found to belong to nobody is kept set aside. */
    @WithDefault("24h")
    Duration orphanKeep();
}
