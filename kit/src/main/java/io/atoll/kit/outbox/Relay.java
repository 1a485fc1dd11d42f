package io.atoll.kit.outbox;

import io.atoll.kit.control.Backoff;
import io.atoll.kit.control.Signal;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Publishes what is in the outbox, oldest first, and deletes what is acknowledged: on one thread,
 * and over all replicas in one at a time. Goes on after outages of either side.
 */
final class Relay implements Runnable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Backoff OUTAGE =
            new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5));

    private final Pool pool;
    private final Map<String, Object> kafka;
    private final OutboxConfig config;
    private final Signal signal = new Signal();
    private volatile Backlog backlog = Backlog.NONE;
    private volatile boolean stopping;
    private int failures;

    Relay(Pool pool, Map<String, Object> kafka, OutboxConfig config) {
        this.pool = pool;
        this.kafka = kafka;
        this.config = config;
    }

    /** As last seen; only the replica that publishes sees one. */
    Backlog backlog() {
        return backlog;
    }

    void stop() {
        stopping = true;
        signal.raise();
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                attempt();
            }
        } catch (InterruptedException e) {
            LOG.debug("The relay was interrupted", e);
        }
    }

    /** Serves until something fails, then waits. */
    private void attempt() throws InterruptedException {
        try (var publisher = new Publisher(kafka);
                var table = OutboxTable.open(pool, signal)) {
            serve(table, publisher);
        } catch (RuntimeException e) {
            failures++;
            if (failures == 1 && !stopping) {
                LOG.warnf("The outbox waits: %s", e);
            }
            signal.await(OUTAGE.after(failures, ThreadLocalRandom.current()));
        }
    }

    private void serve(OutboxTable table, Publisher publisher) throws InterruptedException {
        while (!stopping) {
            if (table.lead()) {
                relay(table, publisher);
            }
            signal.await(config.poll());
        }
    }

    private void relay(OutboxTable table, Publisher publisher) throws InterruptedException {
        try {
            publisher.prepare();
            drain(table, publisher);
            backlog = Backlog.NONE;
            failures = 0;
        } catch (PublishFailed e) {
            backlog = table.backlog();
            throw e;
        }
    }

    private void drain(OutboxTable table, Publisher publisher) throws InterruptedException {
        boolean more = true;
        while (more && !stopping) {
            var rows = table.oldest(config.batch());
            if (!rows.isEmpty()) {
                var result = publisher.publish(rows);
                table.delete(result.acked());
                if (result.failure() != null) {
                    throw new PublishFailed(result.failure());
                }
            }
            more = rows.size() == config.batch();
        }
    }
}
