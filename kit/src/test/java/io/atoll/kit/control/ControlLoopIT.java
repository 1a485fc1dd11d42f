package io.atoll.kit.control;

import static io.atoll.kit.control.Loops.FOREVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
class ControlLoopIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Outcome SETTLED = new Outcome.Settled(FOREVER);

    @Inject Pool pool;
    private Loops loops;

    @BeforeEach
    void open() {
        loops = new Loops(pool);
    }

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void twoLoopsShareTheWorkAndNeverTheKey() {
        var gate = new CompletableFuture<Outcome>();
        var one = new Recorder(_ -> Uni.createFrom().completionStage(gate.copy()));
        var two = one.twin();
        var keys = IntStream.range(0, 40).mapToObj(i -> "key-" + i).toList();
        loops.start(one);
        loops.start(two);
        keys.forEach(loops::wake);
        await().atMost(SOON).until(() -> !one.keys().isEmpty() && !two.keys().isEmpty());
        gate.complete(SETTLED);
        await().atMost(SOON).untilAsserted(() -> assertThat(both(one, two)).containsAll(keys));
        assertThat(one.overlapped.get() || two.overlapped.get()).isFalse();
    }

    /** The first ones stay until there are as many as may be. */
    @Test
    void runsNoMoreAtOnceThanItMay() {
        var inside = new CopyOnWriteArrayList<Integer>();
        var now = new AtomicInteger();
        var full = new CompletableFuture<Outcome>();
        var worker =
                new Recorder(
                        _ -> {
                            inside.add(now.incrementAndGet());
                            if (now.get() == 3) {
                                full.complete(SETTLED);
                            }
                            return Uni.createFrom()
                                    .completionStage(full.copy())
                                    .onItem()
                                    .delayIt()
                                    .by(Duration.ofMillis(20))
                                    .invoke(now::decrementAndGet);
                        });
        loops.start(loops.store, worker, loops.config(3, SOON, Duration.ofSeconds(1)));
        IntStream.range(0, 20).forEach(i -> loops.wake("key-" + i));
        await().atMost(SOON).until(() -> loops.ended("settled") == 20);
        assertThat(inside).allMatch(n -> n <= 3).contains(3);
    }

    @Test
    void theKeyOfADeadHolderIsTakenOver() {
        loops.wake("a");
        var dead = loops.holder("dead").claim(Duration.ofMillis(600), 1, List.of());
        var lost = dead.await().atMost(SOON).getFirst();
        var worker = Recorder.settling(Duration.ZERO);
        loops.start(worker);
        await().atMost(SOON).until(() -> !worker.claims.isEmpty());
        assertThat(worker.claims.getFirst().fence()).isGreaterThan(lost.fence());
    }

    @Test
    void aRunLongerThanItsLeaseKeepsIt() {
        var gate = new CompletableFuture<Outcome>();
        var one = new Recorder(_ -> Uni.createFrom().completionStage(gate.copy()));
        var two = one.twin();
        var config = loops.config(1, Duration.ofSeconds(3), Duration.ofMillis(100));
        loops.start(loops.store, one, config);
        loops.start(loops.store, two, config);
        loops.wake("a");
        await().atMost(SOON).until(() -> both(one, two).size() == 1);
        var first = loops.leaseEnd("a");
        await().atMost(SOON).until(() -> loops.now().isAfter(first));
        gate.complete(SETTLED);
        await().atMost(SOON).until(() -> loops.ended("settled") == 1);
        assertThat(both(one, two)).containsExactly("a");
    }

    @Test
    void aWakeDuringTheRunIsNotLost() {
        var gate = new CompletableFuture<Outcome>();
        var worker = new Recorder(_ -> Uni.createFrom().completionStage(gate));
        loops.start(worker);
        loops.wake("a");
        await().atMost(SOON).until(() -> worker.claims.size() == 1);
        loops.wake("a");
        gate.complete(SETTLED);
        await().atMost(SOON).until(() -> worker.claims.size() == 2);
        assertThat(worker.claims.getLast().wake()).isGreaterThan(worker.claims.getFirst().wake());
    }

    @Test
    void aWakeArrivesLongBeforeTheNextPoll() {
        var worker = Recorder.settling(Duration.ZERO);
        loops.start(loops.store, worker, loops.config(4, FOREVER, Duration.ofMinutes(1)));
        loops.wake("first");
        await().atMost(SOON).until(() -> worker.keys().contains("first"));
        loops.wake("second");
        await().atMost(SOON).until(() -> worker.keys().contains("second"));
    }

    @Test
    void failuresWaitLongerAndLonger() {
        var times = new CopyOnWriteArrayList<Instant>();
        var worker =
                new Recorder(
                        claim -> {
                            times.add(Instant.now());
                            return claim.attempts() < 2
                                    ? Uni.createFrom().failure(new IllegalStateException("boom"))
                                    : Uni.createFrom().item(SETTLED);
                        });
        loops.start(worker);
        loops.wake("a");
        await().atMost(SOON).until(() -> times.size() == 3);
        assertThat(worker.claims).extracting(Claim::attempts).containsExactly(0, 1, 2);
        assertThat(Duration.between(times.get(0), times.get(1)))
                .isGreaterThanOrEqualTo(Duration.ofMillis(500));
        assertThat(Duration.between(times.get(1), times.get(2)))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1_000));
        await().atMost(SOON).until(() -> loops.ended("failed") == 2 && loops.ended("settled") == 1);
    }

    @Test
    void againComesBackAfterItsTimeNotThePoll() {
        var worker =
                new Recorder(
                        claim ->
                                Uni.createFrom()
                                        .item(
                                                claim.fence() < 5
                                                        ? new Outcome.Again(Duration.ofMillis(50))
                                                        : SETTLED));
        loops.start(loops.store, worker, loops.config(4, FOREVER, Duration.ofMinutes(1)));
        loops.wake("a");
        await().atMost(Duration.ofSeconds(5)).until(() -> worker.claims.size() == 5);
    }

    @Test
    void haltedRestsUntilItIsWoken() {
        var worker = new Recorder(_ -> Uni.createFrom().item(new Outcome.Halted("no such image")));
        loops.start(worker);
        loops.wake("a");
        await().atMost(SOON).until(() -> loops.ended("halted") == 1);
        await().during(Duration.ofMillis(700)).until(() -> worker.claims.size() == 1);
        loops.store.wakeAll().await().atMost(SOON);
        await().atMost(SOON).until(() -> worker.claims.size() == 2);
    }

    @Test
    void aRemovedKeyRunsNoMore() {
        var soon = new Outcome.Again(Duration.ofMillis(50));
        var worker = new Recorder(claim -> loops.store.remove(claim).replaceWith(soon));
        loops.start(worker);
        loops.wake("a");
        await().atMost(SOON).until(() -> loops.ended("again") == 1);
        await().during(Duration.ofMillis(700)).until(() -> worker.claims.size() == 1);
        loops.wake("a");
        await().atMost(SOON).until(() -> worker.claims.size() == 2);
    }

    @Test
    void aKeyThatIsWokenWhileItsRunRemovesItRunsOnceMore() {
        var worker = new Recorder(this::removeWoken);
        loops.start(worker);
        loops.wake("a");
        await().atMost(SOON).until(() -> worker.claims.size() == 2);
    }

    private Uni<Outcome> removeWoken(Claim claim) {
        return claim.fence() > 1
                ? Uni.createFrom().item(SETTLED)
                : loops.store
                        .wake(claim.key())
                        .chain(() -> loops.store.remove(claim))
                        .replaceWith(SETTLED);
    }

    @Test
    void aLoopThatStopsGivesItsKeysBackAtOnce() {
        var stuck = new Recorder(_ -> Uni.createFrom().nothing());
        var heir = Recorder.settling(Duration.ZERO);
        var config = loops.config(1, FOREVER, Duration.ofMillis(200));
        var stopping = loops.start(loops.store, stuck, config);
        loops.wake("a");
        await().atMost(SOON).until(() -> stuck.claims.size() == 1);
        loops.start(loops.store, heir, config);
        stopping.stop();
        await().atMost(SOON).until(() -> heir.claims.size() == 1);
        assertThat(heir.claims.getFirst().fence()).isGreaterThan(stuck.claims.getFirst().fence());
    }

    private static List<String> both(Recorder one, Recorder two) {
        return Stream.concat(one.keys().stream(), two.keys().stream()).toList();
    }
}
