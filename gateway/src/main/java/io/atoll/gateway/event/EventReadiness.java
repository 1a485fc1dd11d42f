package io.atoll.gateway.event;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the last events are read: before that a stream could not be resumed here. */
@Readiness
@ApplicationScoped
class EventReadiness implements HealthCheck {
    private final EventLog log;

    EventReadiness(EventLog log) {
        this.log = log;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("events").status(log.caughtUp()).build();
    }
}
