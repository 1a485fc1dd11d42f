package io.atoll.gateway.audit;

import io.atoll.kit.refusal.Unavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Adds rows of this instance, those that come while one statement is on its way together in the
 * next. So many requests at once cost a few round trips and one lock each.
 */
@ApplicationScoped
public class AuditWriter {
    private static final Logger LOG = Logger.getLogger(AuditWriter.class);
    private static final int TOGETHER = 200;
    private static final int WAITING = 5_000;

    private final Pool pool;
    private final AuditStore store;
    private final AuditConfig config;
    private final Context context;
    private final Queue<Waiting> queue = new LinkedBlockingQueue<>(WAITING);
    private final AtomicBoolean writing = new AtomicBoolean();

    private record Waiting(AuditRow row, CompletableFuture<Void> written) {}

    AuditWriter(Pool pool, AuditStore store, AuditConfig config, Vertx vertx) {
        this.pool = pool;
        this.store = store;
        this.config = config;
        this.context = vertx.getOrCreateContext();
    }

    /**
     * Completes once the row is in the database, on another context than the caller's; fails with
     * {@link Unavailable} where it is not in time.
     */
    public CompletionStage<Void> append(AuditRow row) {
        var waiting = new Waiting(row, new CompletableFuture<>());
        if (queue.offer(waiting)) {
            context.runOnContext(_ -> write());
        } else {
            waiting.written().completeExceptionally(unavailable());
        }
        return waiting.written();
    }

    private void write() {
        if (!writing.compareAndSet(false, true)) {
            return;
        }
        List<Waiting> batch = take();
        if (batch.isEmpty()) {
            writing.set(false);
            return;
        }
        append(batch)
                .subscribe()
                .with(
                        _ -> over(() -> batch.forEach(w -> w.written().complete(null))),
                        failure -> over(() -> fail(batch, failure)));
    }

    private Uni<Void> append(List<Waiting> batch) {
        return store.append(pool, batch.stream().map(Waiting::row).toList())
                .ifNoItem()
                .after(config.patience())
                .fail();
    }

    private void over(Runnable tell) {
        writing.set(false);
        context.runOnContext(_ -> write());
        tell.run();
    }

    private List<Waiting> take() {
        var batch = new ArrayList<Waiting>();
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            batch.add(next);
            if (batch.size() == TOGETHER) {
                break;
            }
        }
        return batch;
    }

    private static void fail(List<Waiting> batch, Throwable failure) {
        LOG.warnf("%d rows of the audit cannot be written: %s", batch.size(), failure);
        batch.forEach(w -> w.written().completeExceptionally(unavailable()));
    }

    static Unavailable unavailable() {
        return new Unavailable(
                "The audit cannot be written at the moment, so nothing may be changed. Try again.");
    }
}
