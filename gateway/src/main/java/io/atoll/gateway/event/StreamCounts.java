package io.atoll.gateway.event;

import io.atoll.kit.refusal.TooManyRequests;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many streams are open, and whether one more may be. */
@Singleton
class StreamCounts {
    private final EventConfig config;
    private final Map<String, Integer> byUser = new ConcurrentHashMap<>();
    private final AtomicInteger open;
    private final Counter dropped;

    StreamCounts(EventConfig config, MeterRegistry meters) {
        this.config = config;
        open = meters.gauge("atoll.sse.streams", new AtomicInteger());
        dropped = meters.counter("atoll.sse.dropped");
    }

    /** Throws where that would be one too many. */
    void opening(String subject) {
        int own = byUser.getOrDefault(subject, 0);
        if (own >= config.streamsPerUser() || open.get() >= config.streams()) {
            throw new TooManyRequests("Too many event streams are open.", Duration.ofSeconds(10));
        }
        byUser.merge(subject, 1, Integer::sum);
        open.incrementAndGet();
    }

    void closed(String subject) {
        byUser.computeIfPresent(subject, (_, n) -> n == 1 ? null : n - 1);
        open.decrementAndGet();
    }

    /** A reader was too slow. */
    void dropped() {
        dropped.increment();
    }
}
