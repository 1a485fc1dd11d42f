package io.atoll.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * How long an event takes from the change that made it to the last of many open streams: templates
 * are made and removed at a steady pace; each stream notes the time from the event's own timestamp.
 */
final class EventsBench implements Bench {
    private static final int STREAMS = Integer.getInteger("atoll.bench.streams", 2_000);
    private static final int CHANGES = 120;
    private static final int COLD = 40;
    private static final Duration PACE = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        try (var stack = Stack.warm()) {
            var client = stack.client();
            report.begin("events, 2 a second to " + STREAMS + " streams");
            var open = new ArrayList<EventStream>();
            try {
                for (var i = 0; i < STREAMS; i++) {
                    open.add(EventStream.open(stack.gatewayPort(), client.token()));
                }
                report.durations("first " + COLD + " events", listen(client, open, COLD));
                report.durations("later events", listen(client, open, CHANGES));
            } finally {
                open.forEach(EventStream::close);
            }
        }
    }

    private static Durations listen(Client client, List<EventStream> streams, int changes)
            throws IOException, InterruptedException {
        var measured = new Durations();
        streams.forEach(s -> s.measure(measured));
        var due = System.nanoTime();
        for (var i = 0; i < changes; i += 2) {
            var template = Map.of("name", "bench", "id", "bench", "parent_id", "development");
            client.post("/api/v1/templates", template);
            due = pause(due);
            client.delete("/api/v1/templates/bench");
            due = pause(due);
        }
        var all = changes * streams.size();
        var limit = System.nanoTime() + LIMIT.toNanos();
        while (measured.count() < all) {
            if (System.nanoTime() - limit > 0) {
                throw new IOException(measured.count() + " of " + all + " deliveries came");
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
        return measured;
    }

    private static long pause(long due) {
        var next = due + PACE.toNanos();
        for (var left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return next;
    }
}
