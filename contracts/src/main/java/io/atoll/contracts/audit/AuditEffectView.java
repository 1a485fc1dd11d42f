package io.atoll.contracts.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt changed.
 *
 * @param at when the service changed it
 * @param action noun and verb
 * @param before absent where there was nothing
 * @param after absent where there is nothing any more
 */
public record AuditEffectView(
        Instant at,
        String action,
        String resource,
        @Nullable Object before,
        @Nullable Object after,
        List<AuditDifference> differences) {

    public AuditEffectView {
        differences = List.copyOf(differences);
    }
}
