package io.atoll.kit.refusal;

import io.atoll.contracts.problem.ProblemType;

/** Another service gave an answer that cannot be used (502). */
public final class UpstreamFailed extends AtollException {

    public UpstreamFailed(String detail) {
        super(ProblemType.UPSTREAM_FAILED, detail);
    }
}
