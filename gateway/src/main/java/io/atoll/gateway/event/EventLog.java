package io.atoll.gateway.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The last events, by offset. One thread appends; any thread reads. A service that is killed right
 * after it published publishes again: an event that is kept already is not kept twice.
 *
 * <pre>
 *      gone          kept             to come
 * ──────────────┤ . . . . . . . ├────────────────
 *             floor          position
 * </pre>
 */
@ApplicationScoped
class EventLog {
    private final int most;
    private final ConcurrentNavigableMap<Long, LoggedEvent> events = new ConcurrentSkipListMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private volatile long floor = -1;
    private volatile long position = -1;
    private final AtomicLong generation = new AtomicLong();
    private volatile boolean caughtUp;

    EventLog(EventConfig config) {
        most = config.kept();
    }

    void listen(Runnable onChange) {
        listeners.add(onChange);
    }

    /** Offset of the last event that was seen. */
    long position() {
        return position;
    }

    /** True where an event after this offset may be gone, or where the offset is none of ours. */
    boolean isOutside(long offset) {
        return isGone(offset) || offset > position;
    }

    /** True where an event after this offset may be gone. */
    boolean isGone(long offset) {
        return offset < floor;
    }

    /** Rises when the log begins anew: then places in it mean nothing any more. */
    long generation() {
        return generation.get();
    }

    boolean caughtUp() {
        return caughtUp;
    }

    void markCaughtUp() {
        caughtUp = true;
    }

    @Nullable LoggedEvent after(long offset) {
        var next = events.higherEntry(offset);
        return next == null ? null : next.getValue();
    }

    /** Newest first, all before an offset. */
    Collection<LoggedEvent> before(long offset) {
        return events.headMap(offset, false).descendingMap().values();
    }

    /** Forgets everything: the next event comes after this offset. */
    void restart(long offset) {
        events.clear();
        ids.clear();
        floor = offset;
        position = offset;
        generation.incrementAndGet();
        tell();
    }

    /**
     * @param upTo offset that has been seen, where the last messages were no events
     */
    void append(List<LoggedEvent> batch, long upTo) {
        for (LoggedEvent event : batch) {
            if (ids.add(event.id())) {
                events.put(event.offset(), event);
            }
        }
        position = upTo;
        while (ids.size() > most) {
            var oldest = events.firstEntry().getValue();
            floor = oldest.offset();
            events.remove(floor);
            ids.remove(oldest.id());
        }
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
