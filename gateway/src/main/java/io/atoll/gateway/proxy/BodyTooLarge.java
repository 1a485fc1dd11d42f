package io.atoll.gateway.proxy;

import io.atoll.contracts.problem.ProblemType;
import io.atoll.kit.problem.AtollException;

/** The body of a request is over the limit (413). */
public final class BodyTooLarge extends AtollException {

    public BodyTooLarge(long largest) {
        super(
                ProblemType.BODY_TOO_LARGE,
                "The body is larger than the " + largest / (1024 * 1024) + " MiB that are taken.");
    }
}
