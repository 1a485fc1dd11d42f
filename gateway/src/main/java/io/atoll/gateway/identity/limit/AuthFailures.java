package io.atoll.gateway.identity.limit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts refused credentials, by what was wrong with them. */
@ApplicationScoped
public class AuthFailures {
    private final MeterRegistry meters;

    AuthFailures(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * @param reason one of few words of ours, never something a caller sent
     */
    public void count(String reason) {
        meters.counter("atoll.gateway.auth.failures", "reason", reason).increment();
    }
}
