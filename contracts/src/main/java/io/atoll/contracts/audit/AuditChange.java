package io.atoll.contracts.audit;

import io.atoll.contracts.access.ClusterScope;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a service changed for somebody.
 *
 * @param id unique; the same change delivered twice has the same id
 * @param subject who asked for it
 * @param kind what the subject is: user, key or system
 * @param trace id of the request
 * @param attempt entry of the audit that tells of the request, absent for work that nobody asked
 *     for
 * @param action noun and verb, for example {@code cluster.update}
 * @param cluster id of the cluster it is about, absent for changes about none
 * @param environment of that cluster, so that a reader's rights can be checked
 * @param tags of that cluster
 * @param resource what was changed, for example {@code topic orders}
 * @param before JSON of an {@link Audited}, absent where there was nothing
 * @param after the same, absent where there is nothing any more
 */
public record AuditChange(
        String id,
        Instant at,
        String subject,
        String kind,
        String trace,
        @Nullable UUID attempt,
        String action,
        @Nullable String cluster,
        @Nullable String environment,
        Map<String, String> tags,
        String resource,
        @Nullable Object before,
        @Nullable Object after) {

    public AuditChange {
        tags = Map.copyOf(tags);
    }

    /** Who did it, and for which request. */
    public record Actor(String subject, String kind, String trace, @Nullable UUID attempt) {}

    /** What was done to what. */
    public record Effect(
            String action, String resource, @Nullable Audited before, @Nullable Audited after) {}

    /**
     * @param scope of the cluster, absent for a change about none
     */
    public static AuditChange of(
            String id, Instant at, Actor actor, @Nullable ClusterScope scope, Effect effect) {
        return new AuditChange(
                id,
                at,
                actor.subject(),
                actor.kind(),
                actor.trace(),
                actor.attempt(),
                effect.action(),
                scope == null ? null : scope.id(),
                scope == null ? null : scope.environment(),
                scope == null ? Map.of() : scope.tags(),
                effect.resource(),
                effect.before(),
                effect.after());
    }
}
