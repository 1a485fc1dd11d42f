package io.atoll.ops.external;

import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.kit.control.ControlLoop;
import io.atoll.kit.control.ControlLoopConfig;
import io.atoll.kit.control.DueStore;
import io.atoll.ops.connection.ClusterDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Starts and stops the loop that looks at clusters that run elsewhere, and wakes it where one of
 * them is new, changed or gone.
 */
@ApplicationScoped
class ExternalLoop {

    static final String NAME = "external";
    private static final Logger LOG = Logger.getLogger(ExternalLoop.class);

    private final ClusterDirectory directory;
    private final DueStore due;
    private final ControlLoop loop;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> woken = ConcurrentHashMap.newKeySet();

    ExternalLoop(
            ClusterDirectory directory,
            Pool pool,
            ExternalReconciler reconciler,
            ExternalConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.directory = directory;
        this.due = new DueStore(pool, NAME);
        this.loop =
                new ControlLoop(
                        due,
                        reconciler,
                        ControlLoopConfig.of(NAME, config.concurrency()),
                        meters,
                        clock);
    }

    void start(@Observes StartupEvent event) {
        directory.listen(this::changed);
        loop.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        loop.stop();
    }

    /**
     * Called for each message of the control topics: those that this loop writes itself are no
     * reason to look again.
     */
    private void changed(String id) {
        var spec = directory.find(id).map(c -> c.desired());
        boolean external = spec.filter(d -> d.spec() instanceof ExternalKafkaSpec).isPresent();
        if (external) {
            known.add(id);
        }
        var version = id + "." + spec.map(d -> d.generation()).orElse(-1L);
        if (external ? woken.add(version) : known.remove(id)) {
            woken.removeIf(v -> v.startsWith(id + ".") && !v.equals(version));
            wake(id, version);
        }
    }

    /** What fails here is tried again with the next message about the cluster. */
    private void wake(String id, String version) {
        due.wake(id)
                .subscribe()
                .with(
                        _ -> LOG.debugf("%s is due", id),
                        failure -> {
                            woken.remove(version);
                            LOG.warnf("%s was not woken: %s", id, failure.getMessage());
                        });
    }
}
