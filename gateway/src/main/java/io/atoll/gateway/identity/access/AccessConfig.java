package io.atoll.gateway.identity.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Keys and tokens. */
@ConfigMapping(prefix = "atoll.access")
public interface AccessConfig {

    /** Folder of access-private.pem, access-public.pem and internal-private.pem. */
    Path secretsDir();

    /** Life of an access token, at most 15 minutes. */
    @WithDefault("15m")
    Duration tokenLife();

    /** Life of the token that a service gets with a request, at most 60 seconds. */
    @WithDefault("60s")
    Duration internalTokenLife();
}
