package io.atoll.kit.refusal;

import io.atoll.contracts.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The caller is over its limit (429); the answer carries {@code Retry-After}. */
public final class TooManyRequests extends AtollException {

    /** Member of the answer and source of the {@code Retry-After} header, in whole seconds. */
    public static final String RETRY_AFTER_SECONDS = "retry_after_seconds";

    public TooManyRequests(String detail, Duration retryAfter) {
        super(
                ProblemType.TOO_MANY_REQUESTS,
                detail,
                List.of(),
                Map.of(RETRY_AFTER_SECONDS, Math.max(1, retryAfter.toSeconds())));
    }
}
