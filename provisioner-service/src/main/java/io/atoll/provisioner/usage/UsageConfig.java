package io.atoll.provisioner.usage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the sampler. */
@ConfigMapping(prefix = "atoll.usage")
public interface UsageConfig {

    /** Time between two samples of processor and memory. */
    @WithDefault("5s")
    Duration interval();

    /** Disk is measured with each so many samples. */
    @WithDefault("6")
    int diskEvery();
}
