package io.atoll.gateway.rate;

import io.atoll.gateway.rate.quota.RateConfig;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * The counts in Redis. Once Redis failed or was slow nobody waits for it any more: it is asked once
 * a second beside the requests whether it answers again.
 */
@ApplicationScoped
class SharedCounts {
    private static final Logger LOG = Logger.getLogger(SharedCounts.class);
    private static final Duration PROBE = Duration.ofSeconds(1);

    /**
     * {@link Drip} with the clock of Redis. KEYS: count. ARGV: quota, window (us), and a wish.
     * Grants what is needed, and of the rest at most a quarter, so that other instances find some.
     * Answers what is granted and the us until the count is full.
     */
    private static final String SCRIPT =
            """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local quota, window = tonumber(ARGV[1]), tonumber(ARGV[2])
            local needed, wanted = tonumber(ARGV[3]), tonumber(ARGV[4])
            local one = window / quota
            local missing = tonumber(redis.call('GET', KEYS[1]) or now) - now
            missing = math.min(math.max(missing, 0), window)
            missing = math.max(missing - tonumber(ARGV[5]) * one, 0)
            local free = math.floor((window - missing) / one + 0.001)
            local granted = math.min(wanted, free, math.max(needed, math.floor(free / 4)))
            missing = missing + granted * one
            if missing > 0 then
              redis.call('SET', KEYS[1], string.format('%.0f', now + missing),
                'PX', string.format('%.0f', math.ceil(missing / 1000)))
            else
              redis.call('DEL', KEYS[1])
            end
            return {granted, math.ceil(missing)}
            """;

    private final ReactiveRedisDataSource redis;
    private final RateConfig config;
    private final Clock clock;
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicReference<Instant> nextProbe = new AtomicReference<>(Instant.MIN);

    SharedCounts(ReactiveRedisDataSource redis, RateConfig config, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.clock = clock;
    }

    /** Opens the connection before the first request waits for it. */
    void onStart(@Observes StartupEvent event) {
        probe();
    }

    /** True where this instance has to count on its own for now. */
    boolean away() {
        if (!away.get()) {
            return false;
        }
        Instant now = clock.instant();
        Instant due = nextProbe.get();
        if (!due.isAfter(now) && nextProbe.compareAndSet(due, now.plus(PROBE))) {
            probe();
        }
        return true;
    }

    Uni<Lease> lease(String key, Drip drip, Lease.Wish wish) {
        return redis.execute(
                        "EVAL",
                        SCRIPT,
                        "1",
                        key,
                        Long.toString(drip.quota()),
                        Long.toString(drip.window()),
                        Long.toString(wish.needed()),
                        Long.toString(wish.wanted()),
                        Long.toString(wish.returned()))
                .ifNoItem()
                .after(config.redisTimeout())
                .fail()
                .map(SharedCounts::read)
                .onFailure()
                .invoke(failure -> note(true, failure.toString()));
    }

    private static Lease read(Response answer) {
        return new Lease(answer.get(0).toLong(), answer.get(1).toLong());
    }

    private void probe() {
        redis.execute("PING")
                .ifNoItem()
                .after(config.redisTimeout())
                .fail()
                .subscribe()
                .with(_ -> note(false, ""), failure -> LOG.debugf("Redis is away: %s", failure));
    }

    private void note(boolean isAway, String why) {
        if (!away.compareAndSet(!isAway, isAway)) {
            return;
        }
        if (isAway) {
            nextProbe.set(clock.instant().plus(PROBE));
            LOG.warnf("Redis does not answer: requests are counted here alone. %s", why);
        } else {
            LOG.warn("Redis answers again: requests are counted together.");
        }
    }
}
