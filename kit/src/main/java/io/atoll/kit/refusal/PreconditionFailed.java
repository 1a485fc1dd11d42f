package io.atoll.kit.refusal;

import io.atoll.contracts.problem.ProblemType;

/** What the caller has seen is no longer what is there (412). */
public final class PreconditionFailed extends AtollException {

    public PreconditionFailed(String detail) {
        super(ProblemType.PRECONDITION_FAILED, detail);
    }
}
