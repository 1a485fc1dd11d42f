package io.atoll.ops.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/// The bytes of records that all requests together may hold, so that no number of them exhausts
/// the heap. Nobody waits: a browse that comes while others hold much is given less, and is told by
/// `max_bytes` as its end; a body of records that finds no room is refused.
@ApplicationScoped
class HeapBudget {

    /// A kept byte stands in the heap several times until it is sent: read, decoded, written.
    private static final int COPIES = 8;

    /// What a browse is given however little is left.
    private static final long LEAST = 64 << 10;

    private final long capacity;
    private final AtomicLong held = new AtomicLong();

    HeapBudget() {
        this(Runtime.getRuntime().maxMemory() / COPIES);
    }

    HeapBudget(long capacity) {
        this.capacity = capacity;
    }

    /// Bytes granted, at most those wanted; to be given back with `release`.
    long reserve(long wanted) {
        long granted;
        long before;
        do {
            before = held.get();
            granted = Math.min(wanted, Math.max(LEAST, (capacity - before) / 2));
        } while (!held.compareAndSet(before, before + granted));
        return granted;
    }

    /// All of it or nothing; a body of any size finds room while nothing else is held.
    boolean tryReserve(long wanted) {
        long before;
        do {
            before = held.get();
            if (before > 0 && before + wanted > capacity) {
                return false;
            }
        } while (!held.compareAndSet(before, before + wanted));
        return true;
    }

    void release(long granted) {
        held.addAndGet(-granted);
    }
}
