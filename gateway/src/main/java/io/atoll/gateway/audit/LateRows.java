package io.atoll.gateway.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Rows that nobody waits for: how a request ended, and what was denied. Where they cannot be
 * written they are kept, in memory and in number, and tried again. An attempt whose end is lost so,
 * or with this process, stays without one: its outcome is unknown.
 */
@ApplicationScoped
public class LateRows {
    private static final Logger LOG = Logger.getLogger(LateRows.class);
    private static final int KEPT = 20_000;
    private static final long PAUSE_MS = 1_000;

    private final AuditWriter writer;
    private final Vertx vertx;
    private final Queue<AuditRow> kept = new LinkedBlockingQueue<>(KEPT);
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Counter lost;

    LateRows(AuditWriter writer, Vertx vertx, MeterRegistry meters) {
        this.writer = writer;
        this.vertx = vertx;
        this.lost = meters.counter("atoll.audit.rows.lost");
    }

    public void add(AuditRow row) {
        writer.append(row)
                .whenComplete(
                        (_, failure) -> {
                            if (failure != null) {
                                keep(row);
                            }
                        });
    }

    private void keep(AuditRow row) {
        if (!kept.offer(row)) {
            lost.increment();
            LOG.errorf("A row of the audit is lost: %s", row.json().getString("entry"));
        }
        if (waiting.compareAndSet(false, true)) {
            vertx.setTimer(PAUSE_MS, _ -> again());
        }
    }

    private void again() {
        waiting.set(false);
        for (int left = kept.size(); left > 0; left--) {
            AuditRow row = kept.poll();
            if (row == null) {
                return;
            }
            add(row);
        }
    }
}
