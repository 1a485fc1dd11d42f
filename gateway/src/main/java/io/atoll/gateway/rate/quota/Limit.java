package io.atoll.gateway.rate.quota;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.contracts.limit.LimitRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A limit.
 *
 * @param window zero for {@link LimitClass#CONCURRENT}
 */
public record Limit(LimitClass limitClass, int quota, Duration window) {

    static Limit of(LimitClass limitClass, LimitRequest request) {
        return of(limitClass, request.quota(), request.windowSeconds());
    }

    static Limit of(LimitClass limitClass, int quota, @Nullable Integer windowSeconds) {
        long seconds = Optional.ofNullable(windowSeconds).orElse(0);
        return new Limit(limitClass, quota, Duration.ofSeconds(seconds));
    }

    /** Name of the policy in headers. */
    public String name() {
        return limitClass.wire();
    }

    /** Null where there is none, as on the wire. */
    public @Nullable Integer windowSeconds() {
        return limitClass.hasWindow() ? (Integer) (int) window.toSeconds() : null;
    }
}
