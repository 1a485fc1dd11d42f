package io.atoll.gateway.limit;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Counts in Redis, for all instances together. One script, so that no attempt slips between. */
final class RedisCounter implements Counter {

    /**
     * KEYS: count, lock. ARGV: free failures, first lock, longest lock, memory (ms). Answers the ms
     * that the lock has left, 0 where the attempt may go on. Follows {@link LockPolicy}.
     */
    private static final String SCRIPT =
            """
            local left = redis.call('PTTL', KEYS[2])
            if left > 0 then return left end
            local n = redis.call('INCR', KEYS[1])
            redis.call('PEXPIRE', KEYS[1], ARGV[4])
            local over = n - tonumber(ARGV[1])
            if over >= 0 then
              local lock = tonumber(ARGV[2]) * 2 ^ math.min(over, 20)
              lock = math.min(lock, tonumber(ARGV[3]))
              redis.call('SET', KEYS[2], '1', 'PX', string.format('%d', lock))
            end
            return 0
            """;

    private final ReactiveRedisDataSource redis;

    RedisCounter(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public Uni<Duration> attempt(String key, LockPolicy policy, Duration memory) {
        return redis.execute(
                        "EVAL",
                        SCRIPT,
                        "2",
                        countKey(key),
                        lockKey(key),
                        Integer.toString(policy.free()),
                        Long.toString(policy.first().toMillis()),
                        Long.toString(policy.longest().toMillis()),
                        Long.toString(memory.toMillis()))
                .map(answer -> Duration.ofMillis(answer.toLong()));
    }

    @Override
    public Uni<Void> forget(String key) {
        return redis.execute("DEL", countKey(key), lockKey(key)).replaceWithVoid();
    }

    /** The braces keep both keys in one slot of a Redis cluster. */
    private static String countKey(String key) {
        return "atoll:sign-in:{" + key + "}:count";
    }

    private static String lockKey(String key) {
        return "atoll:sign-in:{" + key + "}:lock";
    }
}
