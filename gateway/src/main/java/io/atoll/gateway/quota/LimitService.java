package io.atoll.gateway.quota;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.contracts.limit.LimitRequest;
import io.atoll.contracts.limit.LimitView;
import io.atoll.contracts.limit.OverrideView;
import io.atoll.kit.problem.Conflict;
import io.atoll.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows and changes limits, each change in one transaction; this instance follows at once. */
@ApplicationScoped
class LimitService {
    private static final int MOST_OVERRIDES = 10_000;

    private final Pool pool;
    private final LimitStore store;
    private final Limits limits;
    private final LimitDefaults defaults;
    private final LimitChecks checks;

    LimitService(
            Pool pool,
            LimitStore store,
            Limits limits,
            LimitDefaults defaults,
            LimitChecks checks) {
        this.pool = pool;
        this.store = store;
        this.limits = limits;
        this.defaults = defaults;
        this.checks = checks;
    }

    Uni<List<LimitView>> all() {
        return limits.refresh()
                .map(rules -> Arrays.stream(LimitClass.values()).map(c -> view(c, rules)).toList());
    }

    Uni<LimitView> get(LimitClass limitClass) {
        return limits.refresh().map(rules -> view(limitClass, rules));
    }

    Uni<LimitView> put(LimitClass limitClass, LimitRequest request, @Nullable String ifMatch) {
        Limit limit = LimitChecks.limit(limitClass, request);
        String by = checks.caller();
        return pool.withTransaction(
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
        return pool.withTransaction(
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
                .map(rules -> rules.overrides().get(new LimitRules.Key(limitClass, tenant)))
                .onItem()
                .ifNull()
                .failWith(() -> none(limitClass, tenant))
                .map(stored -> view(stored, tenant));
    }

    /** A new one needs no {@code If-Match}. */
    Uni<OverrideView> put(
            LimitClass limitClass, Tenant tenant, LimitRequest request, @Nullable String ifMatch) {
        Limit limit = LimitChecks.limit(limitClass, request);
        String by = checks.caller();
        return pool.withTransaction(
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
        return pool.withTransaction(
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

    private LimitView view(LimitClass limitClass, LimitRules rules) {
        Limit standard = defaults.of(limitClass);
        var stored = rules.ofClass(limitClass);
        Limit limit = stored.map(LimitRules.Stored::limit).orElse(standard);
        long overrides =
                rules.overrides().keySet().stream()
                        .filter(k -> k.limitClass() == limitClass)
                        .count();
        return new LimitView(
                limitClass,
                limit.quota(),
                limit.windowSeconds(),
                standard.quota(),
                standard.windowSeconds(),
                stored.isEmpty(),
                stored.map(LimitRules.Stored::version).orElse(0L),
                (int) overrides);
    }

    private static OverrideView view(LimitRules.Stored stored, Tenant tenant) {
        Limit limit = stored.limit();
        return new OverrideView(
                limit.limitClass(),
                tenant.kind(),
                tenant.subject(),
                limit.quota(),
                limit.windowSeconds(),
                stored.version());
    }
}
