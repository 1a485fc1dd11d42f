package io.atoll.gateway.identity.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts in this process. */
final class LocalCounter implements Counter {
    private final Clock clock;
    private final Cache<String, Entry> entries =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofHours(1)).build();

    private record Entry(long failures, Instant lockedUntil, boolean refused) {}

    LocalCounter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Duration> attempt(String key, LockPolicy policy, Duration memory) {
        Instant now = clock.instant();
        Entry after = entries.asMap().compute(key, (_, before) -> next(before, policy, now));
        return Uni.createFrom()
                .item(after.refused() ? Duration.between(now, after.lockedUntil()) : Duration.ZERO);
    }

    private static Entry next(@Nullable Entry before, LockPolicy policy, Instant now) {
        if (before != null && before.lockedUntil().isAfter(now)) {
            return new Entry(before.failures(), before.lockedUntil(), true);
        }
        long failures = before == null ? 1 : before.failures() + 1;
        return new Entry(failures, now.plus(policy.lockAfter(failures)), false);
    }

    @Override
    public Uni<Void> giveBack(String key, long attempts) {
        entries.asMap().computeIfPresent(key, (_, before) -> without(before, attempts));
        return Uni.createFrom().voidItem();
    }

    private static @Nullable Entry without(Entry before, long attempts) {
        long left = before.failures() - attempts;
        return left > 0 ? new Entry(left, Instant.MIN, false) : null;
    }

    @Override
    public Uni<Long> forget(String key) {
        Entry before = entries.asMap().remove(key);
        return Uni.createFrom().item(before == null ? 0 : before.failures());
    }
}
