package io.atoll.gateway.rate.quota;

import io.atoll.contracts.limit.LimitClass;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which limit holds for whom, from memory. One small query a second finds out whether anything was
 * changed anywhere; while the database is away the last known limits hold.
 */
@ApplicationScoped
public class Limits {
    private static final Logger LOG = Logger.getLogger(Limits.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LimitQueries queries;
    private final LimitDefaults defaults;
    private final RateConfig config;
    private final Vertx vertx;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile LimitRules rules = LimitRules.NONE;
    private volatile long timer = -1;

    Limits(LimitQueries queries, LimitDefaults defaults, RateConfig config, Vertx vertx) {
        this.queries = queries;
        this.defaults = defaults;
        this.config = config;
        this.vertx = vertx;
    }

    void onStart(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(0, config.changePoll().toMillis(), _ -> poll());
    }

    void onStop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** The limit of a class for a tenant: its override, else what was changed, else the setting. */
    public Limit of(LimitClass limitClass, Tenant tenant) {
        LimitRules now = rules;
        return now.override(limitClass, tenant)
                .orElseGet(
                        () ->
                                now.ofClass(limitClass)
                                        .map(LimitRules.Stored::limit)
                                        .orElseGet(() -> defaults.of(limitClass)));
    }

    public boolean isOverridden(LimitClass limitClass, Tenant tenant) {
        return rules.override(limitClass, tenant).isPresent();
    }

    /** Reads what is stored now; this instance follows it at once. */
    Uni<LimitRules> refresh() {
        return queries.load().invoke(this::follow);
    }

    /** Two may be read at the same time: the older one comes to nothing. */
    private synchronized void follow(LimitRules read) {
        if (read.revision() >= rules.revision()) {
            rules = read;
        }
    }

    private void poll() {
        if (!asking.compareAndSet(false, true)) {
            return;
        }
        queries.revision()
                .chain(no -> no == rules.revision() ? Uni.createFrom().item(rules) : refresh())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onItemOrFailure()
                .invoke((_, _) -> asking.set(false))
                .subscribe()
                .with(_ -> note(false, null), failure -> note(true, failure));
    }

    private void note(boolean isAway, @Nullable Throwable failure) {
        if (away.compareAndSet(!isAway, isAway) && isAway) {
            LOG.warnf("Cannot ask for changes of limits, the last known hold: %s", failure);
        }
    }
}
