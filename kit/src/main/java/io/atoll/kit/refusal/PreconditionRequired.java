package io.atoll.kit.refusal;

import io.atoll.contracts.problem.ProblemType;

/** A change of shared state came without {@code If-Match} (428). */
public final class PreconditionRequired extends AtollException {

    public PreconditionRequired() {
        super(
                ProblemType.PRECONDITION_REQUIRED,
                "Send If-Match with the ETag of the version that you have seen.");
    }
}
