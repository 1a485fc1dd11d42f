package io.atoll.gateway.identity.session;

import io.atoll.gateway.identity.revocation.AccessChanges;
import io.atoll.gateway.identity.revocation.Remembered;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Sign-ins that are good, remembered; and the sweeping away of those that are not. */
@ApplicationScoped
public class LiveSessions {
    private static final Logger LOG = Logger.getLogger(LiveSessions.class);
    private static final Duration SWEEP = Duration.ofMinutes(10);

    private final SignInStore store;
    private final Vertx vertx;
    private final Remembered<LiveSession> sessions;
    private volatile long timer = -1;

    LiveSessions(SignInStore store, AccessChanges changes, Vertx vertx) {
        this.store = store;
        this.vertx = vertx;
        this.sessions = new Remembered<>(changes, store::load, LiveSession::subject);
    }

    void onStart(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(SWEEP.toMillis(), _ -> sweep());
    }

    void onStop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Done at once where it is remembered; else completes on the thread that asked first. */
    public CompletableFuture<Optional<LiveSession>> find(UUID id) {
        return sessions.find(id);
    }

    /** Whether there was such a sign-in lately: who names it has not made the id up. */
    public boolean hasMet(UUID id) {
        return sessions.hasMet(id);
    }

    void meet(UUID id) {
        sessions.meet(id);
    }

    void forget(UUID id) {
        sessions.forget(id);
    }

    void forgetSubject(String subject) {
        sessions.forgetSubject(subject);
    }

    private void sweep() {
        store.sweep()
                .subscribe()
                .with(_ -> {}, e -> LOG.warnf("Cannot sweep ended sign-ins: %s", e));
    }
}
