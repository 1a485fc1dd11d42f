package io.atoll.gateway.rate;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.rate.quota.Limit;
import io.atoll.gateway.rate.quota.Limits;
import io.atoll.gateway.rate.quota.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests of a tenant run on this instance, so that one cannot take all there is. */
@ApplicationScoped
class Slots {
    private final Limits limits;
    private final Map<Key, Integer> running = new ConcurrentHashMap<>();

    /** Pages ask the API for what they show: they must not stand in the way of that. */
    private record Key(Tenant tenant, boolean pages) {}

    Slots(Limits limits) {
        this.limits = limits;
    }

    /** False where as many run as may. Else {@link #leave} must follow. */
    boolean enter(Tenant tenant, boolean page) {
        int most = limits.of(LimitClass.CONCURRENT, tenant).quota();
        var entered = new boolean[1];
        running.compute(
                new Key(tenant, page),
                (_, now) -> {
                    int before = now == null ? 0 : now;
                    entered[0] = before < most;
                    return entered[0] ? (Integer) (before + 1) : now;
                });
        return entered[0];
    }

    void leave(Tenant tenant, boolean page) {
        var key = new Key(tenant, page);
        running.computeIfPresent(key, (_, now) -> now > 1 ? (Integer) (now - 1) : null);
    }

    Standing full(Tenant tenant) {
        return Standing.of(limits.of(LimitClass.CONCURRENT, tenant), 0, 0);
    }

    Standing standing(Tenant tenant) {
        Limit limit = limits.of(LimitClass.CONCURRENT, tenant);
        int now = running.getOrDefault(new Key(tenant, false), 0);
        return Standing.of(limit, limit.quota() - now, 0);
    }
}
