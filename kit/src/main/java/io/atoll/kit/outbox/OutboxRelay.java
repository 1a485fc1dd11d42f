package io.atoll.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Starts and stops the relay with the service, where {@code atoll.outbox.enabled}. */
@ApplicationScoped
class OutboxRelay {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OutboxConfig config;
    private final MeterRegistry metrics;
    private final Relay relay;
    private @Nullable Thread thread;

    OutboxRelay(OutboxConfig config, Pool pool, ControlKafka kafka, MeterRegistry metrics) {
        this.config = config;
        this.metrics = metrics;
        this.relay = new Relay(pool, kafka.settings(), config);
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            Gauge.builder("atoll.outbox.depth", relay, r -> r.backlog().depth()).register(metrics);
            Gauge.builder("atoll.outbox.oldest.age", relay, r -> r.backlog().ageSeconds())
                    .baseUnit("seconds")
                    .register(metrics);
            thread = Thread.ofVirtual().name("outbox-relay").start(relay);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        relay.stop();
        if (thread != null) {
            thread.join(PATIENCE);
        }
    }
}
