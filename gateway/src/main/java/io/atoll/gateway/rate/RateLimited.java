package io.atoll.gateway.rate;

import io.atoll.contracts.problem.ProblemType;
import io.atoll.kit.refusal.AtollException;
import io.atoll.kit.refusal.TooManyRequests;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The caller is over a limit (429). */
public final class RateLimited extends AtollException {

    private RateLimited(String detail, Map<String, Object> members) {
        super(ProblemType.RATE_LIMITED, detail, List.of(), members);
    }

    static RateLimited of(Standing standing) {
        int retryAfter = withJitter(standing.resetSeconds());
        String detail =
                standing.limit().limitClass().hasWindow()
                        ? "Your limit '%s' is used up. Try again in %d s."
                                .formatted(standing.limit().name(), retryAfter)
                        : "%d of your requests are running, more must wait. Try again in %d s."
                                .formatted(standing.limit().quota(), retryAfter);
        return new RateLimited(
                detail,
                Map.of(
                        "violated-policies",
                        List.of(standing.limit().name()),
                        TooManyRequests.RETRY_AFTER_SECONDS,
                        retryAfter));
    }

    /** Up to a tenth later, so that those who wait do not come back together. Never earlier. */
    private static int withJitter(int seconds) {
        return seconds + ThreadLocalRandom.current().nextInt(2 + seconds / 10);
    }
}
