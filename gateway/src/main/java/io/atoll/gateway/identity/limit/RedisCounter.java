package io.atoll.gateway.identity.limit;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;

/** Counts in Redis, for all instances together. Each step is one script: none slips between. */
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

    /** KEYS: count, lock. ARGV: attempts. The count keeps the time that it is remembered for. */
    private static final String GIVE_BACK =
            """
            if redis.call('DECRBY', KEYS[1], ARGV[1]) <= 0 then redis.call('DEL', KEYS[1]) end
            redis.call('DEL', KEYS[2])
            return 0
            """;

    /** KEYS: count, lock. Answers what the count was. */
    private static final String FORGET =
            """
            local n = tonumber(redis.call('GET', KEYS[1]) or '0')
            redis.call('DEL', KEYS[1], KEYS[2])
            return n
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
    public Uni<Void> giveBack(String key, long attempts) {
        return redis.execute(
                        "EVAL",
                        GIVE_BACK,
                        "2",
                        countKey(key),
                        lockKey(key),
                        Long.toString(attempts))
                .replaceWithVoid();
    }

    @Override
    public Uni<Long> forget(String key) {
        return redis.execute("EVAL", FORGET, "2", countKey(key), lockKey(key))
                .map(Response::toLong);
    }

    /** The braces keep both keys in one slot of a Redis cluster. */
    private static String countKey(String key) {
        return "atoll:sign-in:{" + key + "}:count";
    }

    private static String lockKey(String key) {
        return "atoll:sign-in:{" + key + "}:lock";
    }
}
