package io.atoll.gateway.rights.elevation;

import io.atoll.contracts.audit.AuditChange;
import io.atoll.contracts.grant.ElevationRequest;
import io.atoll.contracts.grant.ElevationView;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.gateway.audit.AuditTrail;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.rights.grant.GrantRules;
import io.atoll.gateway.rights.grant.HeldGrant;
import io.atoll.gateway.rights.grant.HeldQueries;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.refusal.Forbidden;
import io.atoll.kit.refusal.Invalid;
import io.atoll.kit.refusal.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts and ends elevations of the caller. A key cannot ask for one. */
@ApplicationScoped
class ElevationService {
    private final Pool pool;
    private final ElevationStore store;
    private final HeldQueries held;
    private final CallerContext context;
    private final AuditTrail trail;
    private final Clock clock;

    ElevationService(
            Pool pool,
            ElevationStore store,
            HeldQueries held,
            CallerContext context,
            AuditTrail trail,
            Clock clock) {
        this.trail = trail;
        this.pool = pool;
        this.store = store;
        this.held = held;
        this.context = context;
        this.clock = clock;
    }

    Uni<List<ElevationView>> list() {
        return waiting(user()).map(all -> all.stream().map(this::view).toList());
    }

    Uni<ElevationView> start(ElevationRequest request) {
        String user = user();
        return find(user, request.grant()).chain(grant -> start(user, grant, request));
    }

    private Uni<ElevationView> start(String user, HeldGrant grant, ElevationRequest request) {
        requireWithin(grant, request.minutes());
        UUID id = GrantRules.id(request.grant());
        Instant now = clock.instant();
        Instant ends = now.plus(Duration.ofMinutes(request.minutes()));
        var after = new ElevationView(grant.view(), grant.group(), request.reason(), ends);
        return pool.withTransaction(
                        tx ->
                                store.end(tx, user, id, now)
                                        .chain(
                                                () ->
                                                        store.insert(
                                                                tx,
                                                                user,
                                                                id,
                                                                request.reason(),
                                                                now,
                                                                ends))
                                        .call(
                                                () ->
                                                        tell(
                                                                tx,
                                                                "elevation.start",
                                                                request.grant(),
                                                                after)))
                .chain(() -> find(user, request.grant()))
                .map(this::view);
    }

    Uni<Void> end(String grant) {
        String user = user();
        UUID id = GrantRules.id(grant);
        return pool.withTransaction(
                        tx ->
                                store.end(tx, user, id, clock.instant())
                                        .invoke(n -> requireLasting(grant, n))
                                        .call(() -> tell(tx, "elevation.end", grant, null)))
                .replaceWithVoid();
    }

    private Uni<Void> tell(
            SqlConnection tx, String action, String grant, @Nullable ElevationView after) {
        var effect = new AuditChange.Effect(action, "grant " + grant, null, after);
        return trail.changed(tx, context.caller(), effect);
    }

    private Uni<HeldGrant> find(String user, String grant) {
        return waiting(user)
                .map(
                        all ->
                                all.stream()
                                        .filter(h -> h.view().id().equals(grant))
                                        .findFirst()
                                        .orElseThrow(
                                                () -> new NotFound("grant", grant, List.of())));
    }

    private Uni<List<HeldGrant>> waiting(String user) {
        Instant now = clock.instant();
        return held.ofUser(user)
                .map(
                        all ->
                                all.stream()
                                        .filter(h -> h.view().elevationMinutes() != null)
                                        .filter(h -> !h.isOver(now))
                                        .toList());
    }

    private ElevationView view(HeldGrant held) {
        boolean lasts = held.isInEffect(clock.instant());
        return new ElevationView(
                held.view(),
                held.group(),
                lasts ? held.reason() : null,
                lasts ? held.endsAt() : null);
    }

    private String user() {
        var caller = context.caller();
        if (!caller.kind().equals(Identity.USER)) {
            throw new Forbidden("Only a user can do this, not a key.");
        }
        return caller.subject();
    }

    private static void requireWithin(HeldGrant grant, int minutes) {
        int most = Objects.requireNonNull(grant.view().elevationMinutes());
        if (minutes > most) {
            throw new Invalid(
                    List.of(new FieldError("/minutes", "is at most " + most + " for this grant")));
        }
    }

    private static void requireLasting(String grant, int ended) {
        if (ended == 0) {
            throw new NotFound("elevation of grant", grant, List.of());
        }
    }
}
