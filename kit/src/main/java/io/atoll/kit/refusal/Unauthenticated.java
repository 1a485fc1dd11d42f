package io.atoll.kit.refusal;

import io.atoll.contracts.problem.ProblemType;

/** No proof of who calls, or one that does not hold (401). Never says which. */
public final class Unauthenticated extends AtollException {

    public Unauthenticated() {
        super(ProblemType.UNAUTHENTICATED, "Sign in, or send a valid token.");
    }
}
