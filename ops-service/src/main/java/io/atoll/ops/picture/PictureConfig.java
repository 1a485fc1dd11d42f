package io.atoll.ops.picture;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How fresh the cached views of topics are kept.
@ConfigMapping(prefix = "atoll.picture")
public interface PictureConfig {

    /// How often the topics of a cluster are read while somebody looks at them.
    @WithDefault("5s")
    Duration interval();

    /// How long after the last look that goes on.
    @WithDefault("2m")
    Duration watched();

    /// How long a look waits for a new picture where the one at hand is old.
    @WithDefault("1s")
    Duration patience();

    /// Pictures that nobody has looked at for so long are forgotten.
    @WithDefault("30m")
    Duration forgotten();
}
