package io.atoll.gateway.identity.key;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Notes which keys were used, and writes it down now and then, all in one. */
@ApplicationScoped
class KeyUse {
    private static final Logger LOG = Logger.getLogger(KeyUse.class);

    private final KeyStore store;
    private final KeyConfig config;
    private final Vertx vertx;
    private final Map<UUID, Last> last = new ConcurrentHashMap<>();
    private volatile long timer = -1;

    /** The last use of a key. */
    record Last(Instant at, String address) {}

    KeyUse(KeyStore store, KeyConfig config, Vertx vertx) {
        this.store = store;
        this.config = config;
        this.vertx = vertx;
    }

    void onStart(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.usePause().toMillis(), _ -> write());
    }

    void onStop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    void note(UUID key, Instant at, String address) {
        last.put(key, new Last(at, address));
    }

    private void write() {
        Map<UUID, Last> taken = Map.copyOf(last);
        if (taken.isEmpty()) {
            return;
        }
        taken.forEach(last::remove);
        store.used(taken)
                .subscribe()
                .with(_ -> {}, e -> LOG.warnf("Cannot write down the use of keys: %s", e));
    }
}
