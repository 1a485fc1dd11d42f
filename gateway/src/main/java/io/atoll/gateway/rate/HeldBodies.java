package io.atoll.gateway.rate;

import io.atoll.gateway.rate.quota.RateConfig;
import io.atoll.gateway.rate.quota.Tenant;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * The bytes of large bodies that all requests together may hold here, so that no number of them
 * exhausts the heap. Nobody waits. One caller has at most half; a body of any size finds room while
 * nothing else is held.
 */
@ApplicationScoped
class HeldBodies {

    /** A byte stands in the heap several times until its request is done: read, parsed, written. */
    private static final int COPIES = 16;

    private final long capacity;
    private final Map<Tenant, Long> held = new HashMap<>();
    private long together;

    HeldBodies(RateConfig config) {
        capacity =
                config.heldBodies()
                        .map(MemorySize::asLongValue)
                        .orElse(Runtime.getRuntime().maxMemory() / COPIES);
    }

    /** False where there is no room. Else {@link #leave} must follow. */
    synchronized boolean enter(Tenant tenant, long bytes) {
        long own = held.getOrDefault(tenant, 0L);
        boolean room =
                (together == 0 || together + bytes <= capacity)
                        && (own == 0 || own + bytes <= capacity / 2);
        if (room) {
            held.put(tenant, own + bytes);
            together += bytes;
        }
        return room;
    }

    synchronized void leave(Tenant tenant, long bytes) {
        together -= bytes;
        held.computeIfPresent(tenant, (_, own) -> own > bytes ? (Long) (own - bytes) : null);
    }
}
