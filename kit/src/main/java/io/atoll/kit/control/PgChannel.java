package io.atoll.kit.control;

import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens on a channel of PostgreSQL, on one connection of the pool that it keeps. Raises the
 * signal at every notification and whenever the connection is made or lost. Used by one thread,
 * which may block; {@link #ensureOpen} before every wait is all that is needed after a loss.
 *
 * <p>Nothing that is waited for in vain is cancelled: the pool would miss a connection that comes
 * later, and one that is given back with a statement under way, for ever.
 */
public final class PgChannel implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PgChannel.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String AS_IT_CAME = "unlisten *; select pg_advisory_unlock_all()";

    private final Pool pool;
    private final String name;
    private final Signal signal;
    private final AtomicReference<@Nullable SqlConnection> connection = new AtomicReference<>();

    public PgChannel(Pool pool, String name, Signal signal) {
        this.pool = pool;
        this.name = name;
        this.signal = signal;
    }

    /** The open connection, made anew if it was lost. Throws while the database is away. */
    public SqlConnection ensureOpen() {
        var open = connection.get();
        return open == null ? open() : open;
    }

    private SqlConnection open() {
        var coming = pool.getConnection().subscribeAsCompletionStage();
        SqlConnection opened;
        try {
            opened = await(coming);
        } catch (CompletionException e) {
            var _ = coming.thenAccept(late -> late.closeAndForget());
            throw e;
        }
        try {
            listen(opened);
        } catch (RuntimeException e) {
            var _ = giveBack(opened);
            throw e;
        }
        return opened;
    }

    private void listen(SqlConnection opened) {
        connection.set(opened);
        var listening = PgConnection.cast(opened);
        listening.closeHandler(() -> lost(opened));
        listening.exceptionHandler(e -> LOG.debugf(e, "Channel %s", name));
        listening.notificationHandler(_ -> signal.raise());
        await(listening.query("listen \"" + name + "\"").execute().subscribeAsCompletionStage());
        signal.raise();
    }

    private void lost(SqlConnection one) {
        connection.compareAndSet(one, null);
        signal.raise();
    }

    /**
     * Gives the connection back without its listening and its advisory locks, as soon as it
     * answers; one that never does is let die. Waits some seconds for that.
     */
    @Override
    public void close() {
        var open = connection.get();
        if (open == null) {
            return;
        }
        try {
            await(giveBack(open));
        } catch (CompletionException e) {
            LOG.debugf("Channel %s is not given back yet: %s", name, e.getCause());
        }
    }

    private CompletableFuture<?> giveBack(SqlConnection open) {
        connection.compareAndSet(open, null);
        return open.query(AS_IT_CAME)
                .execute()
                .replaceWithVoid()
                .eventually(open::close)
                .subscribeAsCompletionStage();
    }

    private static <T> T await(CompletableFuture<T> coming) {
        try {
            return coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }
}
