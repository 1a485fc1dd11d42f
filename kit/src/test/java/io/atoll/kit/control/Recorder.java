package io.atoll.kit.control;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A reconciler that remembers its runs and sees runs of one key that overlap. */
final class Recorder implements Reconciler {

    final List<Claim> claims = new CopyOnWriteArrayList<>();
    final AtomicBoolean overlapped = new AtomicBoolean();
    private final Map<String, AtomicInteger> inside;
    private final Function<Claim, Uni<Outcome>> work;

    Recorder(Function<Claim, Uni<Outcome>> work) {
        this(work, new ConcurrentHashMap<>());
    }

    private Recorder(Function<Claim, Uni<Outcome>> work, Map<String, AtomicInteger> inside) {
        this.work = work;
        this.inside = inside;
    }

    /** Settles for good after the time. */
    static Recorder settling(Duration time) {
        Uni<Outcome> settled = Uni.createFrom().item(new Outcome.Settled(Loops.FOREVER));
        return new Recorder(_ -> time.isZero() ? settled : settled.onItem().delayIt().by(time));
    }

    /** Another worker on the same keys. */
    Recorder twin() {
        return new Recorder(work, inside);
    }

    @Override
    public Uni<Outcome> reconcile(Claim claim) {
        claims.add(claim);
        var running = inside.computeIfAbsent(claim.key(), _ -> new AtomicInteger());
        if (running.incrementAndGet() > 1) {
            overlapped.set(true);
        }
        return work.apply(claim).eventually(running::decrementAndGet);
    }

    List<String> keys() {
        return claims.stream().map(Claim::key).toList();
    }
}
