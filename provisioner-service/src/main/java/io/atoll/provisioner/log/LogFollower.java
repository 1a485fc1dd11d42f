package io.atoll.provisioner.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.runtime.LogLine;
import io.atoll.provisioner.plugin.RuntimeThreads;
import io.atoll.provisioner.runtime.LogSource.Excerpt;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends the lines of a log as they come. The next piece is read only when the reader took the last
 * one, so a slow reader costs nothing but its own delay.
 */
@ApplicationScoped
class LogFollower {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration PERMIT_CHECK = Duration.ofSeconds(2);
    private static final long AT_TAIL = -1;

    private final RuntimeThreads threads;
    private final ObjectMapper json;

    LogFollower(RuntimeThreads threads, ObjectMapper json) {
        this.threads = threads;
        this.json = json;
    }

    /**
     * @param lines how many to begin with, where {@code last} is absent
     * @param last id of the last event that the reader has
     * @param permit asked again and again; the stream ends with its first no
     */
    Multi<OutboundSseEvent> follow(
            NodeLog log, int lines, @Nullable String last, Supplier<Uni<Boolean>> permit, Sse sse) {
        var end = sse.newEventBuilder().comment("end").build();
        return Multi.createBy()
                .merging()
                .streams(events(log, lines, last, sse), heartbeats(sse), ends(permit, end))
                .select()
                .first(event -> event != end);
    }

    private Multi<OutboundSseEvent> events(NodeLog log, int lines, @Nullable String last, Sse sse) {
        var position = new AtomicLong(position(last));
        return Multi.createBy()
                .repeating()
                .uni(() -> next(log, lines, position))
                .withDelay(POLL)
                .indefinitely()
                .onItem()
                .transformToIterable(found -> events(found, sse));
    }

    private static Multi<OutboundSseEvent> heartbeats(Sse sse) {
        return ticks(HEARTBEAT).map(_ -> sse.newEventBuilder().comment("keep-alive").build());
    }

    private static Multi<OutboundSseEvent> ends(
            Supplier<Uni<Boolean>> permit, OutboundSseEvent end) {
        return ticks(PERMIT_CHECK)
                .onItem()
                .transformToUniAndConcatenate(_ -> permit.get())
                .filter(may -> !may)
                .map(_ -> end);
    }

    private static Multi<Long> ticks(Duration every) {
        return Multi.createFrom().ticks().every(every).onOverflow().drop();
    }

    private Uni<Excerpt> next(NodeLog log, int lines, AtomicLong position) {
        var from = position.get();
        return threads.call(() -> from == AT_TAIL ? log.tail(lines) : log.from(from))
                .invoke(found -> position.set(found.next()));
    }

    private static long position(@Nullable String last) {
        return last != null && last.matches("[0-9]{1,18}") ? Long.parseLong(last) : AT_TAIL;
    }

    private List<OutboundSseEvent> events(Excerpt found, Sse sse) {
        var lines = found.lines();
        var events = new ArrayList<OutboundSseEvent>();
        for (var i = 0; i < lines.size(); i++) {
            var after = i + 1 < lines.size() ? lines.get(i + 1).position() : found.next();
            events.add(event(lines.get(i), after, sse));
        }
        return events;
    }

    private OutboundSseEvent event(LogLine line, long after, Sse sse) {
        try {
            return sse.newEventBuilder()
                    .id(String.valueOf(after))
                    .name("line")
                    .data(json.writeValueAsString(line))
                    .build();
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
