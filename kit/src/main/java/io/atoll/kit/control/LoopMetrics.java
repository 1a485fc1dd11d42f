package io.atoll.kit.control;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Counts and times the runs of one loop. */
final class LoopMetrics {

    private final MeterRegistry registry;
    private final String loop;

    LoopMetrics(MeterRegistry registry, String loop) {
        this.registry = registry;
        this.loop = loop;
    }

    /**
     * @param ending settled, again, halted, failed or lost
     */
    void ran(String ending, Duration time) {
        registry.counter("atoll.reconcile", "loop", loop, "outcome", ending).increment();
        registry.timer("atoll.reconcile.duration", "loop", loop).record(time);
    }
}
