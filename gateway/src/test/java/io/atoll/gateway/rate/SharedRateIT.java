package io.atoll.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.EchoServices;
import io.atoll.gateway.rate.quota.Limit;
import io.atoll.gateway.rate.quota.RateConfig;
import io.atoll.gateway.rate.quota.Tenant;
import io.atoll.testkit.AtollStack;
import io.atoll.testkit.PausableProxy;
import io.atoll.testkit.TestRedis;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.runtime.datasource.ReactiveRedisDataSourceImpl;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several instances over one Redis of their own, which can be taken away. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class SharedRateIT {
    private static final Duration LONG = Duration.ofMinutes(50);

    @Inject Vertx vertx;
    @Inject RateConfig patient;
    @Inject Clock clock;
    @Inject Buckets buckets;

    /** For tests of a Redis that does not answer. */
    private final RateConfig hasty =
            new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .withMapping(RateConfig.class)
                    .withDefaultValue("atoll.rate.redis-timeout", "1s")
                    .build()
                    .getConfigMapping(RateConfig.class);

    private final String key = "atoll:rate:{" + UUID.randomUUID() + "}";
    private TestRedis redis;
    private PausableProxy network;
    private final List<Redis> clients = new ArrayList<>();

    /** One gateway: its counts and its bucket of the one tenant. */
    private record Instance(SharedCounts counts, Bucket bucket) {

        boolean admits() {
            return ask().join() instanceof Verdict.Admitted;
        }

        CompletableFuture<Verdict> ask() {
            var verdict = new CompletableFuture<Verdict>();
            bucket.take(verdict::complete);
            return verdict;
        }
    }

    @BeforeEach
    void open() throws Exception {
        redis = TestRedis.start();
        network = PausableProxy.to("127.0.0.1:" + redis.port());
    }

    @AfterEach
    void close() throws Exception {
        clients.forEach(Redis::close);
        network.close();
        redis.close();
    }

    private Instance instance(Limit limit) {
        return instance(limit, patient);
    }

    private Instance instance(Limit limit, RateConfig config) {
        var client = Redis.createClient(vertx, "redis://" + network.address());
        clients.add(client);
        RedisAPI.api(client).pingAndAwait(List.of());
        ReactiveRedisDataSource source =
                new ReactiveRedisDataSourceImpl(vertx, client, RedisAPI.api(client));
        var counts = new SharedCounts(source, config, clock);
        return new Instance(counts, new Bucket(key, limit, counts, clock));
    }

    private static Limit limit(int quota, Duration window) {
        return new Limit(LimitClass.READ, quota, window);
    }

    @Test
    void together_instances_let_through_the_quota_and_not_one_more() {
        Limit limit = limit(100, LONG);
        List<Instance> instances = IntStream.range(0, 3).mapToObj(_ -> instance(limit)).toList();
        List<CompletableFuture<Verdict>> asked =
                IntStream.range(0, 600).mapToObj(i -> instances.get(i % 3).ask()).toList();
        long admitted =
                asked.stream()
                        .map(CompletableFuture::join)
                        .filter(Verdict.Admitted.class::isInstance)
                        .count();
        assertThat(admitted).isEqualTo(100);
    }

    @Test
    void leases_are_part_of_the_quota() {
        Limit limit = limit(6_000, Duration.ofMinutes(1));
        Instance a = instance(limit);
        Instance b = instance(limit);
        long start = System.nanoTime();
        List<CompletableFuture<Verdict>> asked =
                IntStream.range(0, 20_000).mapToObj(i -> (i % 2 == 0 ? a : b).ask()).toList();
        long admitted =
                asked.stream()
                        .map(CompletableFuture::join)
                        .filter(Verdict.Admitted.class::isInstance)
                        .count();
        long cameBack = (System.nanoTime() - start) / 10_000_000 + 1;
        assertThat(admitted).isBetween(6_000L - 200, 6_000 + cameBack);
    }

    @Test
    void while_redis_is_silent_each_instance_counts_alone_without_waiting() {
        Limit limit = limit(20, LONG);
        Instance instance = instance(limit, hasty);
        for (int i = 0; i < 5; i++) {
            assertThat(instance.admits()).isTrue();
        }
        network.pause();
        int alone = 0;
        while (instance.admits()) {
            alone++;
        }
        assertThat(alone).isEqualTo(15);
        assertThat(instance.counts().away()).isTrue();
        for (int i = 0; i < 1_000; i++) {
            assertThat(instance.ask()).isDone();
        }
        network.resume();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !instance.counts().away());
        assertThat(instance.ask().join().standing().limit()).isEqualTo(limit);
    }

    @Test
    void redis_that_was_restarted_is_used_again() throws Exception {
        Limit limit = limit(20, LONG);
        Instance instance = instance(limit, hasty);
        assertThat(instance.admits()).isTrue();
        int port = redis.port();
        redis.close();
        network.cut();
        assertThat(instance.admits()).isTrue();
        assertThat(instance.counts().away()).isTrue();
        redis = TestRedis.start(port);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !instance.counts().away());
        Verdict verdict = instance.ask().join();
        assertThat(verdict).isInstanceOf(Verdict.Admitted.class);
        assertThat(((Verdict.Admitted) verdict).shared()).isTrue();
    }

    @Test
    void what_is_given_back_can_be_used() {
        Limit limit = limit(3, LONG);
        Instance instance = instance(limit);
        for (int i = 0; i < 10; i++) {
            assertThat(instance.admits()).isTrue();
            instance.bucket().giveBack(true);
        }
    }

    @Test
    void many_who_come_at_once_for_the_first_time_are_all_counted_in_redis() {
        List<CompletableFuture<Verdict>> verdicts =
                Stream.generate(UUID::randomUUID)
                        .limit(500)
                        .map(id -> first(new Tenant("user", id.toString())))
                        .toList();
        assertThat(verdicts)
                .allSatisfy(
                        v ->
                                assertThat(v.join())
                                        .isInstanceOfSatisfying(
                                                Verdict.Admitted.class,
                                                a -> assertThat(a.shared()).isTrue()));
    }

    private CompletableFuture<Verdict> first(Tenant tenant) {
        var verdict = new CompletableFuture<Verdict>();
        buckets.take(LimitClass.READ, tenant, verdict::complete);
        return verdict;
    }
}
