package io.atoll.gateway.audit;

import io.atoll.gateway.identity.access.Identity.UsedKey;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Denied attempts, so that nobody fills the disk with them. The first of its sort within a window
 * is written at once; those that are the same are counted, and the count is written when the window
 * ends. A source with many sorts of them has the rest counted together.
 */
@ApplicationScoped
public class Denials {
    private static final Logger LOG = Logger.getLogger(Denials.class);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(3);
    static final String VARIOUS = "(various)";

    private final LateRows rows;
    private final AuditWriter writer;
    private final AuditConfig config;
    private final Vertx vertx;
    private Map<Sort, Counted> window = new HashMap<>();
    private Map<Source, Integer> sources = new HashMap<>();
    private volatile long timer = -1;

    private record Source(
            @Nullable String subject, @Nullable UsedKey key, @Nullable String address) {

        static Source of(Attempt.Who who) {
            return new Source(who.subject(), who.key(), who.address());
        }
    }

    private record Sort(Source source, String action, @Nullable String cluster, String reason) {}

    private static final class Counted {
        private final Attempt first;
        private final @Nullable Integer status;
        private long more;

        Counted(Attempt first, @Nullable Integer status) {
            this.first = first;
            this.status = status;
        }
    }

    Denials(LateRows rows, AuditWriter writer, AuditConfig config, Vertx vertx) {
        this.rows = rows;
        this.writer = writer;
        this.config = config;
        this.vertx = vertx;
    }

    void onStart(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.denialWindow().toMillis(), _ -> close());
    }

    void onStop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        var last =
                empty().entrySet().stream()
                        .filter(e -> e.getValue().more > 0)
                        .map(e -> writer.append(summary(e.getKey(), e.getValue())))
                        .map(CompletionStage::toCompletableFuture)
                        .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(last).get(LAST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            LOG.warnf("The last counts of denied attempts are lost: %s", e);
        }
    }

    /**
     * @param reason one of few words of ours
     */
    public void add(Attempt attempt, @Nullable Integer status, String reason) {
        if (count(attempt, status, reason)) {
            rows.add(AuditRow.denied(attempt, status, 1, reason));
        }
    }

    /** True for the first of its sort. */
    private synchronized boolean count(Attempt attempt, @Nullable Integer status, String reason) {
        Source source = Source.of(attempt.who());
        var sort = new Sort(source, attempt.action(), attempt.what().cluster(), reason);
        Counted known = window.get(sort);
        if (known != null) {
            known.more++;
            return false;
        }
        int sorts = sources.getOrDefault(source, 0);
        if (window.size() >= config.denials()) {
            return countTogether(new Source(null, null, null), attempt, status);
        }
        if (sorts >= config.denialsPerSource()) {
            return countTogether(source, attempt, status);
        }
        sources.put(source, sorts + 1);
        window.put(sort, new Counted(attempt, status));
        return true;
    }

    private boolean countTogether(Source source, Attempt attempt, @Nullable Integer status) {
        window.computeIfAbsent(
                        new Sort(source, VARIOUS, null, VARIOUS), _ -> various(attempt, status))
                .more++;
        return false;
    }

    private static Counted various(Attempt attempt, @Nullable Integer status) {
        return new Counted(Attempt.of(attempt.who(), VARIOUS, Attempt.What.NOTHING_MORE), status);
    }

    private void close() {
        empty().forEach(
                        (sort, counted) -> {
                            if (counted.more > 0) {
                                rows.add(summary(sort, counted));
                            }
                        });
    }

    private synchronized Map<Sort, Counted> empty() {
        Map<Sort, Counted> closed = window;
        window = new HashMap<>();
        sources = new HashMap<>();
        return closed;
    }

    private static AuditRow summary(Sort sort, Counted counted) {
        Attempt first = counted.first;
        var who =
                new Attempt.Who(
                        sort.source().subject(),
                        first.who().kind(),
                        sort.source().key(),
                        null,
                        sort.source().address());
        return AuditRow.denied(
                Attempt.of(who, first.action(), first.what()),
                counted.status,
                counted.more,
                sort.reason());
    }
}
