package io.atoll.kit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.atoll.kit.probe.NoteEntity;
import io.atoll.testkit.AtollStack;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
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
    void aReconcilerWritesInATransactionOfPanache() throws Throwable {
        loops.start(
                claim ->
                        write(claim, "by the loop")
                                .replaceWith(new Outcome.Settled(Loops.FOREVER)));
        loops.wake("a");
        await().atMost(SOON).until(() -> loops.ended("settled") == 1);
        assertThat(written()).isEqualTo("by the loop");
    }

    @Test
    void aWorkerThatWakesUpLateCannotWrite() throws Throwable {
        loops.wake("a");
        var late = claim("late", BRIEF);
        var present = claimInTime("present");
        assertThatThrownBy(() -> transaction(() -> write(late, "late")))
                .isInstanceOf(FenceLost.class);
        assertThat(written()).isNull();
        transaction(() -> write(present, "present"));
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
    void noOneClaimsTheKeyWhileItsHolderWrites() throws Throwable {
        loops.wake("a");
        var claim = claim("slow", BRIEF);
        transaction(
                () ->
                        Panache.withTransaction(
                                () ->
                                        loops.store
                                                .requireFence(claim)
                                                .onItem()
                                                .delayIt()
                                                .by(BRIEF.multipliedBy(4))
                                                .chain(
                                                        () ->
                                                                loops.holder("eager")
                                                                        .claim(SOON, 1, List.of()))
                                                .invoke(claims -> assertThat(claims).isEmpty())));
    }

    @Test
    void aWakeInATransactionHappensIfThatCommits() throws Throwable {
        var worker = Recorder.settling(Duration.ZERO);
        loops.start(worker);
        assertThatThrownBy(
                        () ->
                                transaction(
                                        () ->
                                                Panache.withTransaction(
                                                        () ->
                                                                loops.store
                                                                        .wakeInTransaction("no")
                                                                        .invoke(FenceIT::fail))))
                .hasMessage("rolled back");
        transaction(() -> Panache.withTransaction(() -> loops.store.wakeInTransaction("yes")));
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

    private Uni<Void> write(Claim claim, String text) {
        return Panache.withTransaction(
                () ->
                        loops.store
                                .requireFence(claim)
                                .chain(Panache::getSession)
                                .chain(session -> session.persist(NoteEntity.of(note, text))));
    }

    private String written() throws Throwable {
        var found =
                transaction(
                        () ->
                                Panache.withSession(
                                        () ->
                                                Panache.getSession()
                                                        .chain(
                                                                s ->
                                                                        s.find(
                                                                                NoteEntity.class,
                                                                                note))));
        return found == null ? null : found.text();
    }

    private static <T> T transaction(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(work);
    }
}
