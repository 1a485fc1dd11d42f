package io.atoll.kit.access;

import io.atoll.kit.refusal.Unauthenticated;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The caller of the current request. */
@RequestScoped
public class CallerContext {

    private @Nullable Caller caller;

    /** Throws 401 on an open route that was called without a token. */
    public Caller caller() {
        if (caller == null) {
            throw new Unauthenticated();
        }
        return caller;
    }

    void enter(Caller proven) {
        this.caller = proven;
    }
}
