package io.atoll.registry.runtime;

import io.atoll.contracts.Topics;
import io.atoll.contracts.runtime.RuntimesObserved;
import io.atoll.kit.outbox.StoredJson;
import io.atoll.registry.observation.Projection;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Keeps the last report of the runtimes. */
@ApplicationScoped
class RuntimeProjector implements Projection {

    private final RuntimeStore store;
    private final StoredJson json;

    RuntimeProjector(RuntimeStore store, StoredJson json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public String topic() {
        return Topics.RUNTIMES;
    }

    @Override
    public Uni<Void> project(String key, String message) {
        var report = read(message);
        return Panache.withTransaction(() -> store.keep(report));
    }

    private RuntimesObserved read(String text) {
        RuntimesObserved report = json.read(text, RuntimesObserved.class);
        if (report == null || report.observedAt() == null) {
            throw new UncheckedIOException(new IOException("not a report of runtimes"));
        }
        return report;
    }
}
