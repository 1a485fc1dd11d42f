package io.atoll.gateway.identity.access;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import org.jboss.logging.Logger;

/** Ends the start with one sentence instead of a stack trace, and the process with code 1. */
public final class Refusal {
    private static final Logger LOG = Logger.getLogger("io.atoll.gateway");

    /** To be thrown by the caller: stops what of the start is still to come. */
    public static PreventFurtherStepsException of(String sentence) {
        String message = "The gateway does not start: " + sentence;
        LOG.error(message);
        Quarkus.asyncExit(1);
        return new PreventFurtherStepsException(message, 1);
    }

    private Refusal() {}
}
