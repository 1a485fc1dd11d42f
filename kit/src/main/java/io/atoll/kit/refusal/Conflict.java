package io.atoll.kit.refusal;

import io.atoll.contracts.problem.ProblemType;

/** The request is right but what exists stands against it (409). */
public final class Conflict extends AtollException {

    public Conflict(String detail) {
        super(ProblemType.CONFLICT, detail);
    }
}
