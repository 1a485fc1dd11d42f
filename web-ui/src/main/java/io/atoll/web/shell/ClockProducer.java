package io.atoll.web.shell;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/** The one place that reads the machine's clock. */
@Singleton
class ClockProducer {

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }
}
