package io.atoll.kit.refusal;

import io.atoll.contracts.problem.ProblemType;

/** Another service or a cluster did not answer in time (504). */
public final class UpstreamTimeout extends AtollException {

    public UpstreamTimeout(String detail) {
        super(ProblemType.TIMEOUT, detail);
    }
}
