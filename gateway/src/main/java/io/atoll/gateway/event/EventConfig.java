package io.atoll.gateway.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The event log in memory and its streams. */
@ConfigMapping(prefix = "atoll.event")
public interface EventConfig {

    /** Events kept in memory, so how far back a stream can resume. */
    @WithDefault("10000")
    int kept();

    /** How often a stream without events says that it lives. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How often it is asked whether the owner of a stream may still read. */
    @WithDefault("2s")
    Duration rightsCheck();

    /** How long a reader may take nothing before its stream is closed. */
    @WithDefault("10s")
    Duration patience();

    /** Open streams of one user; further ones are refused. */
    @WithDefault("2500")
    int streamsPerUser();

    /** Open streams of all users together. */
    @WithDefault("10000")
    int streams();

    /** Told to browsers: how soon to come back after a break. */
    @WithDefault("2s")
    Duration retry();
}
