package io.atoll.kit.control;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The loops of one test, over a name of their own in the table. Stops them at the end. */
final class Loops implements AutoCloseable {

    static final Duration FOREVER = Duration.ofHours(1);

    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final DueStore store;
    private final Pool pool;
    private final String name = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final List<ControlLoop> started = new ArrayList<>();

    Loops(Pool pool) {
        this.pool = pool;
        this.store = new DueStore(pool, name);
    }

    ControlLoop start(Reconciler reconciler) {
        return start(store, reconciler, config(4, Duration.ofSeconds(10), Duration.ofMillis(200)));
    }

    ControlLoop start(DueStore over, Reconciler reconciler, ControlLoopConfig config) {
        var loop = new ControlLoop(over, reconciler, config, metrics, Clock.systemUTC());
        loop.start();
        started.add(loop);
        return loop;
    }

    /** The same keys, reached through another pool. */
    DueStore over(Pool other) {
        return new DueStore(other, name);
    }

    ControlLoopConfig config(int concurrency, Duration lease, Duration poll) {
        return new ControlLoopConfig(name, concurrency, lease, poll);
    }

    /** A holder of leases without a loop: one that is about to die. */
    Leases holder(String owner) {
        return store.leases(owner);
    }

    void wake(String key) {
        store.wake(key).await().atMost(Duration.ofSeconds(10));
    }

    /** Until when the key is leased, by the clock of the database. */
    OffsetDateTime leaseEnd(String key) {
        return time("lease_until from due where loop_name = $1 and key = $2", name, key);
    }

    /** Of the database. */
    OffsetDateTime now() {
        return time("now()");
    }

    private OffsetDateTime time(String what, Object... values) {
        return pool.preparedQuery("select " + what)
                .execute(Tuple.from(values))
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getOffsetDateTime(0);
    }

    double ended(String outcome) {
        var counter = metrics.find("atoll.reconcile").tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }

    @Override
    public void close() {
        started.forEach(ControlLoop::stop);
    }
}
