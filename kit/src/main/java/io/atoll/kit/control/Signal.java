package io.atoll.kit.control;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes one waiting thread. Raised before the wait it ends it at once; raised twice counts once.
 */
public final class Signal {

    private final Semaphore raised = new Semaphore(0);

    public void raise() {
        raised.release();
    }

    /** Waits for the signal, at most {@code longest}. */
    public void await(Duration longest) throws InterruptedException {
        if (raised.tryAcquire(Math.max(0, longest.toMillis()), TimeUnit.MILLISECONDS)) {
            raised.drainPermits();
        }
    }
}
