package io.atoll.kit.refusal;

import io.atoll.contracts.problem.ProblemType;

/** Something this service needs is not there at the moment; trying again may help (503). */
public final class Unavailable extends AtollException {

    public Unavailable(String detail) {
        super(ProblemType.UNAVAILABLE, detail);
    }
}
