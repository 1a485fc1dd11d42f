package io.atoll.gateway.identity.revocation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells whose access changed, wherever it was changed: one small query a second for the whole
 * instance, instead of one for each request. The query looks back further than a transaction takes
 * to commit, and skips what it has seen.
 */
@ApplicationScoped
public class AccessChanges {
    private static final Logger LOG = Logger.getLogger(AccessChanges.class);
    private static final Duration LOOK_BACK = Duration.ofSeconds(30);

    /** After so long without an answer what is remembered is no longer believed. */
    private static final Duration TRUST = Duration.ofSeconds(4);

    private static final String RECENT =
            "select no, subject from access_change where at > clock_timestamp() - interval '30 s'";

    private final Pool pool;
    private final Vertx vertx;
    private final Clock clock;
    private final RevocationConfig config;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong version = new AtomicLong();
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Instant asOf = Instant.MIN;
    private volatile Set<Long> seen = Set.of();
    private volatile long timer = -1;

    /** For a listener: forget everything. */
    public static final String EVERYBODY = "*";

    AccessChanges(Pool pool, Vertx vertx, Clock clock, RevocationConfig config) {
        this.pool = pool;
        this.vertx = vertx;
        this.clock = clock;
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(0, config.changePoll().toMillis(), _ -> poll());
    }

    void onStop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    public void listen(Consumer<String> forget) {
        listeners.add(forget);
    }

    /** Rises with every change seen: what was read before and after a rise may be of before. */
    long version() {
        return version.get();
    }

    /** False where changes may have been missed: then read, do not remember. */
    boolean trusted() {
        return asOf.plus(TRUST).isAfter(clock.instant());
    }

    private void poll() {
        if (!asking.compareAndSet(false, true)) {
            return;
        }
        Instant asked = clock.instant();
        query().onItemOrFailure()
                .invoke((rows, failure) -> asking.set(false))
                .subscribe()
                .with(
                        rows -> apply(rows, asked),
                        failure -> LOG.warnf("Cannot ask for changes of access: %s", failure));
    }

    private Uni<Map<Long, String>> query() {
        return pool.query(RECENT)
                .execute()
                .map(AccessChanges::changes)
                .ifNoItem()
                .after(TRUST)
                .fail();
    }

    private static Map<Long, String> changes(RowSet<Row> rows) {
        var changes = new HashMap<Long, String>();
        rows.forEach(row -> changes.put(row.getLong("no"), row.getString("subject")));
        return changes;
    }

    private void apply(Map<Long, String> changes, Instant asked) {
        boolean gap = asOf.isBefore(asked.minus(LOOK_BACK.dividedBy(2)));
        Set<String> subjects =
                changes.entrySet().stream()
                        .filter(c -> !seen.contains(c.getKey()))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toSet());
        seen = Set.copyOf(changes.keySet());
        if (gap) {
            tell(EVERYBODY);
        }
        subjects.forEach(this::tell);
        asOf = asked;
    }

    private void tell(String subject) {
        version.incrementAndGet();
        listeners.forEach(l -> l.accept(subject));
    }
}
