package io.atoll.registry.runtime;

import io.atoll.contracts.runtime.RuntimesObserved;
import io.atoll.kit.outbox.StoredJson;
import io.atoll.registry.request.DataRefused;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Keeps the last report. While the database cannot be reached the message waits. */
@ApplicationScoped
class RuntimeProjector {

    private static final Logger LOG = Logger.getLogger(RuntimeProjector.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final RuntimeStore store;
    private final StoredJson json;

    RuntimeProjector(RuntimeStore store, StoredJson json) {
        this.store = store;
        this.json = json;
    }

    @Incoming("runtimes")
    Uni<Void> project(ConsumerRecord<String, String> message) {
        if (message.value() == null) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .item(() -> read(message.value()))
                .chain(this::keep)
                .onFailure()
                .invoke(e -> LOG.errorf("Report at offset %d set aside: %s", message.offset(), e));
    }

    private Uni<Void> keep(RuntimesObserved report) {
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(() -> store.keep(report)))
                .onFailure(failure -> !DataRefused.isCauseOf(failure))
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private RuntimesObserved read(String text) {
        RuntimesObserved report = json.read(text, RuntimesObserved.class);
        if (report == null || report.observedAt() == null) {
            throw new UncheckedIOException(new IOException("not a report of runtimes"));
        }
        return report;
    }
}
