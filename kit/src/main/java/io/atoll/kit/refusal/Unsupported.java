package io.atoll.kit.refusal;

import io.atoll.contracts.problem.ProblemType;

/** The request is right but this cluster or runtime cannot do it (422). */
public final class Unsupported extends AtollException {

    public Unsupported(String detail) {
        super(ProblemType.NOT_SUPPORTED, detail);
    }
}
