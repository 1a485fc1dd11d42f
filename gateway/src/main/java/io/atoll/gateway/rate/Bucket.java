package io.atoll.gateway.rate;

import io.atoll.gateway.rate.quota.Limit;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * One count, used by all event loops. Mostly answers from its lease at once; where that is spent,
 * those who come wait together for one round trip to Redis.
 */
final class Bucket {
    private final String key;
    private final SharedCounts counts;
    private final Clock clock;
    private final Count count;
    private final Drip drip;
    private final Queue<Consumer<Verdict>> waiting = new ArrayDeque<>();
    private boolean asking;

    private record Decided(Consumer<Verdict> then, Verdict verdict) {}

    Bucket(String key, Limit limit, SharedCounts counts, Clock clock) {
        this.key = key;
        this.counts = counts;
        this.clock = clock;
        this.count = new Count(limit);
        this.drip = Drip.of(limit);
    }

    /**
     * @param then on this thread where the answer is known, else on one of Redis
     */
    void take(Consumer<Verdict> then) {
        boolean away = counts.away();
        var decided = new ArrayList<Decided>(1);
        boolean ask;
        synchronized (this) {
            waiting.add(then);
            decide(away, decided);
            ask = !away && !asking && (!waiting.isEmpty() || count.runsLow(now()));
            asking |= ask;
        }
        tell(decided);
        if (ask) {
            ask();
        }
    }

    synchronized void giveBack(boolean shared) {
        count.giveBack(shared, now());
    }

    /** How it stands in Redis, where that answers. */
    Uni<Standing> standing() {
        if (counts.away()) {
            return Uni.createFrom().item(this::alone);
        }
        return counts.lease(key, drip, Lease.Wish.LOOK)
                .map(this::look)
                .onFailure()
                .recoverWithItem(_ -> alone());
    }

    private synchronized Standing alone() {
        return count.alone(now());
    }

    private synchronized Standing look(Lease lease) {
        count.look(lease, now());
        return count.shared(now());
    }

    private void ask() {
        Lease.Wish wish;
        synchronized (this) {
            wish = count.wish(waiting.size(), now());
        }
        counts.lease(key, drip, wish).subscribe().with(this::answered, _ -> failed());
    }

    private void answered(Lease lease) {
        var decided = new ArrayList<Decided>();
        boolean again;
        synchronized (this) {
            count.receive(lease, now());
            decide(false, decided);
            again = !waiting.isEmpty();
            asking = again;
        }
        tell(decided);
        if (again) {
            ask();
        }
    }

    private void failed() {
        var decided = new ArrayList<Decided>();
        synchronized (this) {
            asking = false;
            decide(true, decided);
        }
        tell(decided);
    }

    /** Those that stay need a round trip. */
    private void decide(boolean alone, List<Decided> into) {
        long now = now();
        while (!waiting.isEmpty()) {
            Verdict verdict;
            if (alone) {
                verdict = verdict(count.takeAlone(now), count.alone(now), false);
            } else if (count.takeLeased(now)) {
                verdict = new Verdict.Admitted(count.shared(now), true);
            } else if (count.isUsedUp(now)) {
                verdict = new Verdict.Refused(count.shared(now));
            } else {
                return;
            }
            into.add(new Decided(waiting.remove(), verdict));
        }
    }

    private static Verdict verdict(boolean taken, Standing standing, boolean shared) {
        return taken ? new Verdict.Admitted(standing, shared) : new Verdict.Refused(standing);
    }

    /** Outside of the lock: who is told may take more. */
    private static void tell(List<Decided> decided) {
        decided.forEach(d -> d.then().accept(d.verdict()));
    }

    private long now() {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }
}
