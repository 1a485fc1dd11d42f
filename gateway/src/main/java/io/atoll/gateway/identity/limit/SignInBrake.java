package io.atoll.gateway.identity.limit;

import io.atoll.kit.refusal.TooManyRequests;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Slows guessing of passwords down. Counts in Redis; where Redis does not answer in time, in this
 * process.
 */
@ApplicationScoped
public class SignInBrake {
    private static final Logger LOG = Logger.getLogger(SignInBrake.class);

    private final LimitConfig config;
    private final Counter shared;
    private final Counter own;
    private final LockPolicy byAccount;
    private final LockPolicy byAddress;
    private final AtomicBoolean redisAway = new AtomicBoolean();

    SignInBrake(LimitConfig config, ReactiveRedisDataSource redis, Clock clock) {
        this.config = config;
        shared = new RedisCounter(redis);
        own = new LocalCounter(clock);
        byAccount =
                new LockPolicy(config.accountFailures(), config.firstLock(), config.longestLock());
        byAddress =
                new LockPolicy(config.addressFailures(), config.firstLock(), config.longestLock());
    }

    /**
     * Counts an attempt for the account at this address, then for the address. Fails with {@link
     * TooManyRequests} while either is locked, and then counts for neither.
     */
    public Uni<Void> attempt(String account, String address) {
        String of = key(account, address);
        return count(c -> c.attempt(of, byAccount, config.memory()))
                .chain(SignInBrake::refuseLocked)
                .chain(() -> count(c -> c.attempt(key(address), byAddress, config.memory())))
                .call(left -> left.isZero() ? nothing() : count(c -> c.giveBack(of, 1)))
                .chain(SignInBrake::refuseLocked);
    }

    /**
     * The attempt was good: takes back what was counted for the account at this address, and no
     * more than that of the address. Who has an account cannot wipe out what it tried on others.
     */
    public Uni<Void> passed(String account, String address) {
        return count(c -> c.forget(key(account, address)))
                .chain(own -> count(c -> c.giveBack(key(address), own)));
    }

    /** The password was not looked at: the attempt tells nothing. */
    public Uni<Void> unjudged(String account, String address) {
        return count(c -> c.giveBack(key(account, address), 1))
                .chain(() -> count(c -> c.giveBack(key(address), 1)));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> refuseLocked(Duration left) {
        if (left.isZero()) {
            return Uni.createFrom().voidItem();
        }
        Duration rounded = Duration.ofSeconds(left.toSeconds() + 1);
        String detail = "Too many sign-ins failed. Try again in " + rounded.toSeconds() + " s.";
        return Uni.createFrom().failure(new TooManyRequests(detail, rounded));
    }

    private <T> Uni<T> count(Function<Counter, Uni<T>> step) {
        return step.apply(shared)
                .ifNoItem()
                .after(config.redisTimeout())
                .fail()
                .invoke(() -> noteRedis(false))
                .onFailure()
                .recoverWithUni(
                        failure -> {
                            noteRedis(true);
                            LOG.debug("Redis failed", failure);
                            return step.apply(own);
                        });
    }

    private void noteRedis(boolean away) {
        if (redisAway.compareAndSet(!away, away)) {
            LOG.warn(
                    away
                            ? "Redis does not answer: failed sign-ins are counted here alone."
                            : "Redis answers again: failed sign-ins are counted together.");
        }
    }

    /** A digest: names and addresses do not rest in Redis. */
    private static String key(String... parts) {
        try {
            byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
