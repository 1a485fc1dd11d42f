package io.atoll.kit.refusal;

import io.atoll.contracts.problem.ProblemType;

/** The caller may see the thing but not do this to it (403). */
public final class Forbidden extends AtollException {

    public Forbidden(String detail) {
        super(ProblemType.FORBIDDEN, detail);
    }
}
