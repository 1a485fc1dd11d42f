package io.atoll.kit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.atoll.kit.problem.Trace;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AtollStack.class)
class FenceIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration BRIEF = Duration.ofMillis(50);

    @Inject Pool pool;
    private final String note = UUID.randomUUID().toString();
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
    void aReconcilerWritesInATransaction() {
        loops.start(
                claim ->
                        pool.withTransaction(tx -> write(tx, claim, "by the loop"))
                                .replaceWith(new Outcome.Settled(Loops.FOREVER)));
        loops.wake("a");
        await().atMost(SOON).until(() -> loops.ended("settled") == 1);
        assertThat(written()).isEqualTo("by the loop");
    }

    @Test
    void theTraceOfARunIsSeenByNoOther() {
        var found = ConcurrentHashMap.<Boolean>newKeySet();
        loops.start(
                _ -> {
                    found.add(Trace.current().isPresent());
                    Trace.fresh().enter();
                    return Uni.createFrom().item(new Outcome.Settled(Loops.FOREVER));
                });
        for (int i = 0; i < 32; i++) {
            loops.wake("a" + i);
        }
        await().atMost(SOON).until(() -> loops.ended("settled") == 32);
        assertThat(found).containsExactly(false);
    }

    @Test
    void aWorkerThatWakesUpLateCannotWrite() {
        loops.wake("a");
        var late = claim("late", BRIEF);
        var present = claimInTime("present");
        assertThatThrownBy(() -> transaction(tx -> write(tx, late, "late")))
                .isInstanceOf(FenceLost.class);
        assertThat(written()).isNull();
        transaction(tx -> write(tx, present, "present"));
        assertThat(written()).isEqualTo("present");
    }

    @Test
    void aWorkerThatWakesUpLateCannotLayDown() {
        loops.wake("a");
        var late = claim("late", BRIEF);
        claimInTime("present");
        var rest = Rest.after(new Outcome.Settled(Loops.FOREVER));
        assertThat(loops.holder("late").finish(late, rest).await().atMost(SOON)).isFalse();
    }

    @Test
    void noOneClaimsTheKeyWhileItsHolderWrites() {
        loops.wake("a");
        var claim = claim("slow", BRIEF);
        transaction(
                tx ->
                        loops.store
                                .requireFence(tx, claim)
                                .onItem()
                                .delayIt()
                                .by(BRIEF.multipliedBy(4))
                                .chain(() -> loops.holder("eager").claim(SOON, 1, List.of()))
                                .invoke(claims -> assertThat(claims).isEmpty()));
    }

    @Test
    void aWakeInATransactionHappensIfThatCommits() {
        var worker = Recorder.settling(Duration.ZERO);
        loops.start(worker);
        assertThatThrownBy(
                        () ->
                                transaction(
                                        tx ->
                                                loops.store
                                                        .wakeInTransaction(tx, "no")
                                                        .invoke(FenceIT::fail)))
                .hasMessage("rolled back");
        transaction(tx -> loops.store.wakeInTransaction(tx, "yes"));
        await().atMost(SOON).until(() -> !worker.claims.isEmpty());
        assertThat(worker.keys()).containsExactly("yes");
    }

    private static void fail() {
        throw new IllegalStateException("rolled back");
    }

    private Claim claim(String owner, Duration lease) {
        return loops.holder(owner).claim(lease, 1, List.of()).await().atMost(SOON).getFirst();
    }

    private Claim claimInTime(String owner) {
        return await().atMost(SOON)
                .until(
                        () -> loops.holder(owner).claim(SOON, 1, List.of()).await().atMost(SOON),
                        claims -> !claims.isEmpty())
                .getFirst();
    }

    private Uni<Void> write(SqlConnection tx, Claim claim, String text) {
        return loops.store
                .requireFence(tx, claim)
                .chain(
                        () ->
                                tx.preparedQuery("insert into note (id, text) values ($1, $2)")
                                        .execute(Tuple.of(note, text)))
                .replaceWithVoid();
    }

    private String written() {
        var found =
                pool.preparedQuery("select text from note where id = $1")
                        .execute(Tuple.of(note))
                        .await()
                        .atMost(SOON)
                        .iterator();
        return found.hasNext() ? found.next().getString(0) : null;
    }

    private <T> T transaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work).await().atMost(SOON);
    }
}
