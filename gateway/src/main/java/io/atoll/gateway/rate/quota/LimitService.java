package io.atoll.gateway.rate.quota;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.contracts.limit.LimitRequest;
import io.atoll.contracts.limit.LimitView;
import io.atoll.contracts.limit.OverrideView;
import io.atoll.kit.refusal.Conflict;
import io.atoll.kit.refusal.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows and changes limits, each change in one transaction; this instance follows at once. */
@ApplicationScoped
class LimitService {
    private static final int MOST_OVERRIDES = 10_000;

    private final LimitChanges changes;
    private final LimitStore store;
    private final Limits limits;
    private final LimitViews views;
    private final LimitChecks checks;

    LimitService(
            LimitChanges changes,
            LimitStore store,
            Limits limits,
            LimitViews views,
            LimitChecks checks) {
        this.changes = changes;
        this.store = store;
        this.limits = limits;
        this.views = views;
        this.checks = checks;
    }

    Uni<List<LimitView>> all() {
        return limits.refresh()
                .map(
                        rules ->
                                Arrays.stream(LimitClass.values())
                                        .map(c -> views.of(c, rules))
                                        .toList());
    }

    Uni<LimitView> get(LimitClass limitClass) {
        return limits.refresh().map(rules -> views.of(limitClass, rules));
    }

    Uni<LimitView> put(LimitClass limitClass, LimitRequest request, @Nullable String ifMatch) {
        Limit limit = LimitChecks.limit(limitClass, request);
        String by = checks.caller();
        return changes.run(
                        "limit.put",
                        limitClass,
                        tx ->
                                store.advance(tx)
                                        .call(
                                                () ->
                                                        matching(
                                                                store.version(tx, limitClass),
                                                                ifMatch))
                                        .chain(no -> store.put(tx, limit, no, by)))
                .chain(() -> get(limitClass));
    }

    Uni<Void> delete(LimitClass limitClass, @Nullable String ifMatch) {
        return changes.run(
                        "limit.delete",
                        limitClass,
                        tx ->
                                store.advance(tx)
                                        .call(
                                                () ->
                                                        matching(
                                                                store.version(tx, limitClass),
                                                                ifMatch))
                                        .chain(() -> store.delete(tx, limitClass)))
                .chain(() -> limits.refresh())
                .replaceWithVoid();
    }

    Uni<OverrideView> get(LimitClass limitClass, Tenant tenant) {
        return limits.refresh()
                .map(rules -> views.find(limitClass, tenant, rules))
                .map(found -> found.orElseThrow(() -> none(limitClass, tenant)));
    }

    /** A new one needs no {@code If-Match}. */
    Uni<OverrideView> put(
            LimitClass limitClass, Tenant tenant, LimitRequest request, @Nullable String ifMatch) {
        Limit limit = LimitChecks.limit(limitClass, request);
        String by = checks.caller();
        return changes.run(
                        "override.put",
                        limitClass,
                        tenant,
                        tx ->
                                store.advance(tx)
                                        .call(
                                                () ->
                                                        store.version(tx, limitClass, tenant)
                                                                .invoke(v -> allow(v, ifMatch)))
                                        .call(no -> store.put(tx, limit, tenant, no, by))
                                        .call(
                                                () ->
                                                        store.overrides(tx)
                                                                .invoke(n -> requireRoom(n))))
                .chain(() -> get(limitClass, tenant));
    }

    Uni<Void> delete(LimitClass limitClass, Tenant tenant, @Nullable String ifMatch) {
        return changes.run(
                        "override.delete",
                        limitClass,
                        tenant,
                        tx ->
                                store.advance(tx)
                                        .chain(() -> store.version(tx, limitClass, tenant))
                                        .invoke(v -> requireThere(v, limitClass, tenant))
                                        .invoke(v -> EntityTag.require(ifMatch, v))
                                        .chain(() -> store.delete(tx, limitClass, tenant)))
                .chain(() -> limits.refresh())
                .replaceWithVoid();
    }

    private static Uni<Long> matching(Uni<Long> version, @Nullable String ifMatch) {
        return version.invoke(v -> EntityTag.require(ifMatch, v));
    }

    private static void allow(long version, @Nullable String ifMatch) {
        if (version > 0 || ifMatch != null) {
            EntityTag.require(ifMatch, version);
        }
    }

    private static void requireRoom(long overrides) {
        if (overrides > MOST_OVERRIDES) {
            throw new Conflict("There are " + MOST_OVERRIDES + " overrides already: no more fit.");
        }
    }

    private static void requireThere(long version, LimitClass limitClass, Tenant tenant) {
        if (version == 0) {
            throw none(limitClass, tenant);
        }
    }

    private static NotFound none(LimitClass limitClass, Tenant tenant) {
        String id = limitClass.wire() + "/" + tenant.kind() + "/" + tenant.subject();
        return new NotFound("override", id, List.of());
    }
}
