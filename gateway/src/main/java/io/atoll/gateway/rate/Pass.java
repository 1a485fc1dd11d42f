package io.atoll.gateway.rate;

import java.util.Optional;

/** What the turnstile says about a request. */
public final class Pass {
    private final Optional<RateLimited> refusal;
    private final Runnable giveBack;

    private Pass(Optional<RateLimited> refusal, Runnable giveBack) {
        this.refusal = refusal;
        this.giveBack = giveBack;
    }

    static Pass through(Runnable giveBack) {
        return new Pass(Optional.empty(), giveBack);
    }

    static Pass refused(RateLimited refusal) {
        return new Pass(Optional.of(refusal), () -> {});
    }

    /** Throws where the request is over a limit. */
    public void require() {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    public boolean isRefused() {
        return refusal.isPresent();
    }

    /** The request turned out to count elsewhere. At most once. */
    public void giveBack() {
        giveBack.run();
    }
}
