package io.atoll.gateway.event;

import io.atoll.gateway.identity.access.Credential;
import io.atoll.gateway.identity.access.Identity;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One open stream: a place in the log and a filter. Lives on one event loop. Nothing is queued but
 * what the socket takes; the rest waits in the log, and a reader that takes nothing is closed.
 */
final class Subscriber {
    private static final int SOCKET_QUEUE_BYTES = 64 * 1024;

    private final EventLog log;
    private final HttpServerResponse out;
    private final InstantSource clock;
    private final Credential credential;
    private EventFilter filter;
    private long place;
    private long generation;
    private Instant blockedSince = Instant.MAX;
    private boolean closed;

    Subscriber(
            EventLog log,
            HttpServerResponse out,
            InstantSource clock,
            Credential credential,
            EventFilter filter) {
        this.log = log;
        this.out = out;
        this.clock = clock;
        this.credential = credential;
        this.filter = filter;
        out.setWriteQueueMaxSize(SOCKET_QUEUE_BYTES);
        out.drainHandler(_ -> drained());
    }

    /** From the event after this one on; from now on, with a reset, where that cannot be. */
    void resume(long lastSeen, long retryMs) {
        generation = log.generation();
        out.write("retry: " + retryMs + "\n\n");
        if (log.isOutside(lastSeen)) {
            reset();
        } else {
            place = lastSeen;
        }
    }

    /** From now on. The id lets a reader resume that had no event yet. */
    void begin(long retryMs) {
        generation = log.generation();
        place = log.position();
        out.write("id: " + place + "\nretry: " + retryMs + "\n\n");
    }

    /** Writes what is there, as long as the socket takes it. */
    void pump(Instant now) {
        if (generation != log.generation()) {
            generation = log.generation();
            reset();
        }
        while (!closed && !out.writeQueueFull()) {
            if (log.isGone(place)) {
                reset();
            }
            LoggedEvent next = log.after(place);
            if (next == null) {
                blockedSince = Instant.MAX;
                return;
            }
            place = next.offset();
            if (filter.passes(next)) {
                out.write(next.frame());
            }
        }
        if (blockedSince.equals(Instant.MAX)) {
            blockedSince = now;
        }
    }

    private void drained() {
        blockedSince = Instant.MAX;
        pump(clock.instant());
    }

    private void reset() {
        place = log.position();
        out.write("id: %d\nevent: reset\ndata: {\"reason\":\"too_old\"}\n\n".formatted(place));
    }

    void beat() {
        if (!closed && !out.writeQueueFull()) {
            out.write(": \n\n");
        }
    }

    boolean isStuck(Instant now, Duration patience) {
        return blockedSince.isBefore(now.minus(patience));
    }

    Credential credential() {
        return credential;
    }

    String subject() {
        return filter.reader().subject();
    }

    /** The same reader with the rights it has now. */
    void readBy(Identity identity) {
        if (!identity.equals(filter.reader())) {
            filter = filter.readBy(identity);
        }
    }

    /** Ends the stream in order; the reader may come back and is asked again who it is. */
    void end() {
        if (!closed) {
            closed = true;
            out.end();
        }
    }

    /** Cuts the connection: an end would wait behind what is not taken. */
    void cut() {
        closed = true;
        out.reset();
    }

    void gone() {
        closed = true;
    }
}
