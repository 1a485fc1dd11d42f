package io.atoll.kit.refusal;

import io.atoll.contracts.problem.ProblemType;

/** Nothing may change this cluster (409). */
public final class ReadOnly extends AtollException {

    public ReadOnly(String clusterId) {
        super(
                ProblemType.READ_ONLY,
                "Cluster '%s' is read-only. Set its read_only to false first, if it may be changed."
                        .formatted(clusterId));
    }
}
