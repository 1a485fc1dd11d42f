package io.atoll.gateway.rate;

import io.atoll.gateway.rate.quota.Limit;

/**
 * What is left of a limit, and how that is said in headers
 * (draft-ietf-httpapi-ratelimit-headers-11).
 *
 * @param resetSeconds until all of it is back; where nothing is left, until the next request
 */
public record Standing(Limit limit, int remaining, int resetSeconds) {
    static final String POLICY = "RateLimit-Policy";
    static final String NOW = "RateLimit";

    static Standing of(Limit limit, long left, long waitMicros) {
        long seconds = (waitMicros + 999_999) / 1_000_000;
        return new Standing(limit, Math.clamp(left, 0, limit.quota()), (int) Math.max(1, seconds));
    }

    String policyHeader() {
        String size = "\"" + limit.name() + "\";q=" + limit.quota();
        return limit.limitClass().hasWindow()
                ? size + ";w=" + limit.window().toSeconds()
                : size + ";qu=\"concurrent-requests\"";
    }

    String nowHeader() {
        return "\"" + limit.name() + "\";r=" + remaining + ";t=" + resetSeconds;
    }
}
