package io.atoll.kit.problem;

import io.atoll.contracts.problem.ProblemType;

/** The request itself cannot be read (400). */
public final class Malformed extends AtollException {

    public Malformed(String detail) {
        super(ProblemType.MALFORMED_REQUEST, detail);
    }
}
