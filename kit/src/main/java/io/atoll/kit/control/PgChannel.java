package io.atoll.kit.control;

import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens on a channel of PostgreSQL, on one connection of the pool that it keeps. Raises the
 * signal at every notification and whenever the connection is made or lost. Used by one thread,
 * which may block; {@link #ensureOpen} before every wait is all that is needed after a loss.
 */
public final class PgChannel implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PgChannel.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Pool pool;
    private final String name;
    private final Signal signal;
    private volatile @Nullable SqlConnection connection;

    public PgChannel(Pool pool, String name, Signal signal) {
        this.pool = pool;
        this.name = name;
        this.signal = signal;
    }

    /** The open connection, made anew if it was lost. Throws while the database is away. */
    public SqlConnection ensureOpen() {
        var open = connection;
        return open == null ? open() : open;
    }

    private SqlConnection open() {
        var opened = pool.getConnection().await().atMost(PATIENCE);
        var listening = PgConnection.cast(opened);
        listening.closeHandler(this::lost);
        listening.exceptionHandler(e -> LOG.debugf(e, "Channel %s", name));
        listening.notificationHandler(_ -> signal.raise());
        listening.query("listen \"" + name + "\"").execute().await().atMost(PATIENCE);
        connection = opened;
        signal.raise();
        return opened;
    }

    private void lost() {
        connection = null;
        signal.raise();
    }

    /** Gives the connection back without its listening; one that does not answer is left to die. */
    @Override
    public void close() {
        var open = connection;
        connection = null;
        if (open != null) {
            open.query("unlisten *").execute().await().atMost(PATIENCE);
            open.close().await().atMost(PATIENCE);
        }
    }
}
