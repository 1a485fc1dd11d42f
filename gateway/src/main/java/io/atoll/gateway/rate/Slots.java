package io.atoll.gateway.rate;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.quota.Limit;
import io.atoll.gateway.quota.Limits;
import io.atoll.gateway.quota.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests of a tenant run on this instance, so that one cannot take all there is. */
@ApplicationScoped
class Slots {
    private final Limits limits;
    private final Map<Tenant, Integer> running = new ConcurrentHashMap<>();

    Slots(Limits limits) {
        this.limits = limits;
    }

    /** False where as many run as may. Else {@link #leave} must follow. */
    boolean enter(Tenant tenant) {
        int most = limits.of(LimitClass.CONCURRENT, tenant).quota();
        var entered = new boolean[1];
        running.compute(
                tenant,
                (_, now) -> {
                    int before = now == null ? 0 : now;
                    entered[0] = before < most;
                    return entered[0] ? (Integer) (before + 1) : now;
                });
        return entered[0];
    }

    void leave(Tenant tenant) {
        running.computeIfPresent(tenant, (_, now) -> now > 1 ? (Integer) (now - 1) : null);
    }

    Standing standing(Tenant tenant) {
        Limit limit = limits.of(LimitClass.CONCURRENT, tenant);
        return Standing.of(limit, limit.quota() - running.getOrDefault(tenant, 0), 0);
    }
}
