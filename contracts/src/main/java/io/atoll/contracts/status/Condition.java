package io.atoll.contracts.status;

import java.time.Instant;

/**
 * One observed aspect of a cluster, as in Kubernetes.
 *
 * @param type see {@link ConditionType}
 * @param reason CamelCase, for machines
 * @param message one plain sentence, for people
 * @param observedGeneration generation of the spec that this reflects
 * @param lastTransitionTime when {@code status} last changed
 */
public record Condition(
        String type,
        Status status,
        String reason,
        String message,
        long observedGeneration,
        Instant lastTransitionTime) {

    /** Absent means UNKNOWN. Written TRUE, FALSE, UNKNOWN on the wire. */
    public enum Status {
        TRUE,
        FALSE,
        UNKNOWN
    }
}
