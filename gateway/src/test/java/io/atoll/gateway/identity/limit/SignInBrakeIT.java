package io.atoll.gateway.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.gateway.EchoServices;
import io.atoll.kit.refusal.TooManyRequests;
import io.atoll.testkit.AtollStack;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With the defaults: five failures of an account, fifty of an address. Redis may take its time, or
 * one attempt of many would be counted elsewhere.
 */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class SignInBrakeIT {
    private static final int OF_ADDRESS = 50;

    @Inject ReactiveRedisDataSource redis;

    private final String address = "of-" + UUID.randomUUID();
    private SignInBrake brake;

    @BeforeEach
    void atDefaults() {
        var config =
                new SmallRyeConfigBuilder()
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withMapping(LimitConfig.class)
                        .withDefaultValue("atoll.limit.redis-timeout", "10s")
                        .build();
        brake =
                new SignInBrake(
                        config.getConfigMapping(LimitConfig.class), redis, Clock.systemUTC());
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }

    /** An attempt whose password is wrong, where it is not refused beforehand. */
    private boolean isLookedAt(String account) {
        try {
            now(brake.attempt(account, address));
            return true;
        } catch (TooManyRequests _) {
            return false;
        }
    }

    private void signIn(String account) {
        assertThat(isLookedAt(account)).isTrue();
        now(brake.passed(account, address));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(isLookedAt("victim-" + UUID.randomUUID())).isTrue();
        }
    }

    @Test
    void who_signs_in_between_has_its_guesses_at_others_counted_all_the_same() {
        for (int i = 0; i < OF_ADDRESS - 1; i++) {
            fail(1);
            signIn("mine");
        }
        fail(1);
        assertThat(isLookedAt("mine")).isFalse();
        assertThat(isLookedAt("victim")).isFalse();
    }

    @Test
    void who_mistypes_and_then_signs_in_leaves_nothing_behind() {
        for (int i = 0; i < OF_ADDRESS; i++) {
            assertThat(isLookedAt("ada")).isTrue();
            assertThat(isLookedAt("ada")).isTrue();
            signIn("ada");
        }
        fail(OF_ADDRESS);
        assertThat(isLookedAt("ada")).isFalse();
    }

    @Test
    void what_is_refused_for_the_address_is_not_taken_off_it_later() {
        fail(OF_ADDRESS - 1);
        for (int i = 0; i < 4; i++) {
            assertThat(isLookedAt("mine")).isEqualTo(i == 0);
        }
        now(brake.passed("mine", address));
        fail(1);
        assertThat(isLookedAt("mine")).isFalse();
    }

    @Test
    void an_attempt_that_nobody_could_judge_is_none() {
        for (int i = 0; i < OF_ADDRESS + 1; i++) {
            assertThat(isLookedAt("ada")).isTrue();
            now(brake.unjudged("ada", address));
        }
        fail(OF_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void both_counters_take_back_what_they_are_told_and_no_more(boolean shared) {
        Counter counter = shared ? new RedisCounter(redis) : new LocalCounter(Clock.systemUTC());
        var policy = new LockPolicy(5, Duration.ofSeconds(30), Duration.ofMinutes(15));
        Duration memory = Duration.ofHours(1);
        for (int i = 0; i < 5; i++) {
            assertThat(now(counter.attempt(address, policy, memory))).isZero();
        }
        assertThat(now(counter.attempt(address, policy, memory))).isPositive();
        now(counter.giveBack(address, 2));
        assertThat(now(counter.attempt(address, policy, memory))).isZero();
        assertThat(now(counter.forget(address))).isEqualTo(4);
        now(counter.giveBack(address, 3));
        assertThat(now(counter.forget(address))).isZero();
    }
}
