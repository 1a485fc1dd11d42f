package io.atoll.registry.capacity;

import io.atoll.contracts.problem.ProblemType;
import io.atoll.contracts.runtime.CapacityView.Limit;
import io.atoll.kit.refusal.OverLimit;
import java.util.Map;
import java.util.Optional;

/**
 * One limit, what others take of it, and what one cluster takes before and after a change.
 *
 * @param others taken by all but the cluster in question
 */
record Gauge(Scope scope, Resource resource, long others, long before, long after, long limit) {

    private static final long FULL = 100;
    private static final long NEAR = 80;

    /** What is taken by now. */
    static Gauge standing(Scope scope, Resource resource, long taken, long limit) {
        return new Gauge(scope, resource, taken, 0, 0, limit);
    }

    long taken() {
        return others + after;
    }

    long free() {
        return Math.max(0, limit - others - before);
    }

    /** The change takes more of it than there is. Whoever takes no more is never refused. */
    boolean isExceeded() {
        return after > before && taken() > limit;
    }

    OverLimit refusal() {
        boolean machine = scope instanceof Scope.Machine;
        return new OverLimit(
                machine ? ProblemType.INSUFFICIENT_CAPACITY : ProblemType.QUOTA_EXCEEDED,
                machine ? lack() : overQuota(),
                Map.of(
                        "scope", scope.wire(),
                        "resource", resource.wire(),
                        "needed", after - before,
                        "free", free(),
                        "limit", limit));
    }

    private String lack() {
        return "This needs %s; %s of %s are free on this machine, less what is promised to clusters that are starting."
                .formatted(
                        resource.of(after - before),
                        resource.figure(free()),
                        resource.figure(limit));
    }

    private String overQuota() {
        return "The quota of %s is %s: %s are taken, and this needs %s more."
                .formatted(
                        scope.words(),
                        resource.of(limit),
                        resource.figure(others + before),
                        resource.figure(after - before));
    }

    /** A sentence where 80 % or more are taken. */
    Optional<String> warning() {
        if (taken() * FULL < limit * NEAR) {
            return Optional.empty();
        }
        String of =
                scope instanceof Scope.Machine
                        ? "%s of this machine".formatted(resource.word())
                        : "quota of %s for %s".formatted(resource.word(), scope.words());
        return Optional.of(
                "%s %s taken of the %s: %s of %s."
                        .formatted(
                                percent() + " %",
                                "are",
                                of,
                                resource.figure(taken()),
                                resource.figure(limit)));
    }

    private long percent() {
        return limit == 0 ? FULL : taken() * FULL / limit;
    }

    Limit view() {
        return new Limit(scope.wire(), scope.label(), resource.wire(), taken(), limit);
    }
}
