package io.atoll.registry.runtime;

import io.atoll.contracts.spec.RuntimeName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Chooses runtimes by the last report, in the caller's session. */
@ApplicationScoped
public class RuntimeQueries {

    private final RuntimeStore store;
    private final RuntimeConfig config;

    RuntimeQueries(RuntimeStore store, RuntimeConfig config) {
        this.store = store;
        this.config = config;
    }

    /**
     * @param asked absent: the default
     */
    public Uni<RuntimeChoice> choose(@Nullable RuntimeName asked) {
        return store.last().map(report -> RuntimeChoice.of(asked, report, config.preference()));
    }
}
