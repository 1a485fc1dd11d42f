package io.atoll.gateway.identity.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Lives of sign-ins. Idle time is counted to about a minute. */
@ConfigMapping(prefix = "atoll.session")
public interface SessionConfig {

    /** From sign-in to the end of a browser session, used or not. */
    @WithDefault("12h")
    Duration browserLife();

    /** After so long without a request a browser session ends. */
    @WithDefault("2h")
    Duration browserIdle();

    /** From sign-in to the end of a chain of refresh tokens. */
    @WithDefault("30d")
    Duration tokenLife();

    /** After so long without an exchange a chain of refresh tokens ends. */
    @WithDefault("7d")
    Duration tokenIdle();

    /** How long a spent refresh token still gives its successor, for an answer that got lost. */
    @WithDefault("10s")
    Duration replayWindow();
}
