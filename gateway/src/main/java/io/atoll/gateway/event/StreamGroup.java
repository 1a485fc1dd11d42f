package io.atoll.gateway.event;

import io.atoll.contracts.access.Permission;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.proof.Answer;
import io.atoll.gateway.identity.proof.Authenticator;
import io.vertx.core.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** The streams of one event loop: one task for all of them, not one for each. */
final class StreamGroup {
    private final Context loop;
    private final EventConfig config;
    private final Authenticator authenticator;
    private final Clock clock;
    private final StreamCounts counts;
    private final Set<Subscriber> subscribers = new LinkedHashSet<>();
    private final AtomicBoolean woken = new AtomicBoolean();

    StreamGroup(
            Context loop,
            EventConfig config,
            Authenticator authenticator,
            Clock clock,
            StreamCounts counts) {
        this.loop = loop;
        this.config = config;
        this.authenticator = authenticator;
        this.clock = clock;
        this.counts = counts;
    }

    /** On the loop. */
    void add(Subscriber subscriber) {
        subscribers.add(subscriber);
        subscriber.pump(clock.instant());
    }

    /** On the loop. */
    void remove(Subscriber subscriber) {
        subscriber.gone();
        if (subscribers.remove(subscriber)) {
            counts.closed(subscriber.subject());
        }
    }

    /** From any thread: there are new events. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            loop.runOnContext(
                    _ -> {
                        woken.set(false);
                        Instant now = clock.instant();
                        all().forEach(s -> s.pump(now));
                    });
        }
    }

    /** From any thread. */
    void beat() {
        loop.runOnContext(_ -> all().forEach(Subscriber::beat));
    }

    /** From any thread: closes who may not read any more, and who does not read. */
    void check() {
        loop.runOnContext(
                _ -> {
                    Instant now = clock.instant();
                    all().forEach(s -> check(s, now));
                });
    }

    /** From any thread: the gateway stops. */
    void endAll() {
        loop.runOnContext(_ -> all().forEach(Subscriber::end));
    }

    private List<Subscriber> all() {
        return new ArrayList<>(subscribers);
    }

    private void check(Subscriber subscriber, Instant now) {
        if (subscriber.isStuck(now, config.patience())) {
            counts.dropped();
            subscriber.cut();
            remove(subscriber);
            return;
        }
        authenticator.identify(subscriber.credential(), answer -> apply(subscriber, answer));
    }

    /** No answer is no right: who cannot be looked up is sent away, and may come back. */
    private void apply(Subscriber subscriber, Answer answer) {
        Optional<Identity> reader =
                answer.known().filter(i -> i.mayAnywhere(Permission.EVENT_VIEW));
        if (reader.isPresent()) {
            subscriber.readBy(reader.get());
        } else if (subscribers.contains(subscriber)) {
            subscriber.end();
            remove(subscriber);
        }
    }
}
