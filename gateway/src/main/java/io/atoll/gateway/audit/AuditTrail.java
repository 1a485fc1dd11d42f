package io.atoll.gateway.audit;

import io.atoll.contracts.audit.AuditChange;
import io.atoll.contracts.audit.Audited;
import io.atoll.kit.access.Caller;
import io.atoll.kit.access.CallerContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway itself changes, written in the transaction of the change: neither is there
 * without the other. Call it last in a transaction: from here to its end no other row is added.
 */
@ApplicationScoped
public class AuditTrail {
    private final AuditStore store;
    private final AuditDocument documents;
    private final CallerContext callers;
    private final Clock clock;

    AuditTrail(AuditStore store, AuditDocument documents, CallerContext callers, Clock clock) {
        this.callers = callers;
        this.store = store;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * The same step of a transaction, told of with what was there before it and what is after it,
     * where that differs or the step answers a number of rows over 0. The caller is the one of the
     * current request.
     *
     * @param action noun and verb, for example {@code user.update}
     */
    public <T, A extends Audited> Function<SqlConnection, Uni<T>> around(
            String action,
            String resource,
            Function<SqlClient, Uni<Optional<A>>> state,
            Function<SqlConnection, Uni<T>> step) {
        return around(callers.caller(), action, resource, state, step);
    }

    /** The same for a caller that is no request's. */
    public <T, A extends Audited> Function<SqlConnection, Uni<T>> around(
            Caller caller,
            String action,
            String resource,
            Function<SqlClient, Uni<Optional<A>>> state,
            Function<SqlConnection, Uni<T>> step) {
        return tx ->
                state.apply(tx)
                        .chain(
                                before ->
                                        step.apply(tx)
                                                .call(
                                                        done ->
                                                                state.apply(tx)
                                                                        .map(
                                                                                after ->
                                                                                        effect(
                                                                                                action,
                                                                                                resource,
                                                                                                before,
                                                                                                after))
                                                                        .chain(
                                                                                effect ->
                                                                                        tell(
                                                                                                tx,
                                                                                                caller,
                                                                                                effect,
                                                                                                done))));
    }

    private static AuditChange.Effect effect(
            String action,
            String resource,
            Optional<? extends Audited> before,
            Optional<? extends Audited> after) {
        return new AuditChange.Effect(action, resource, or(before), or(after));
    }

    private static @Nullable Audited or(Optional<? extends Audited> state) {
        return state.isPresent() ? state.get() : null;
    }

    /** A password shows on neither side: that it was set, the number of changed rows tells. */
    private Uni<Void> tell(
            SqlConnection tx, Caller caller, AuditChange.Effect effect, @Nullable Object done) {
        boolean rows = done instanceof Integer n && n > 0;
        return rows || !Objects.equals(effect.before(), effect.after())
                ? changed(tx, caller, effect)
                : Uni.createFrom().voidItem();
    }

    /** A change by a caller of the API, beside its attempt. */
    public Uni<Void> changed(SqlClient tx, Caller caller, AuditChange.Effect effect) {
        var id = UUID.randomUUID().toString();
        var change = AuditChange.of(id, clock.instant(), caller.actor(), null, effect);
        return append(tx, documents.changed(change));
    }

    /** Something that the door let through unwritten, for example a sign-in. */
    public Uni<Void> done(SqlClient tx, Attempt attempt, Map<String, Object> facts) {
        return append(tx, AuditRow.done(attempt, facts));
    }

    /** A refusal that changes something, for example one that ends a sign-in. */
    public Uni<Void> denied(SqlClient tx, Attempt attempt, int status, String reason) {
        return append(tx, AuditRow.denied(attempt, status, 1, reason));
    }

    private Uni<Void> append(SqlClient tx, AuditRow row) {
        return store.append(tx, List.of(row)).onFailure().transform(_ -> AuditWriter.unavailable());
    }
}
