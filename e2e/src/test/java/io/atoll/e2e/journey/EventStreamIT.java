package io.atoll.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.e2e.suite.EventStream;
import io.atoll.e2e.suite.Fleet;
import io.atoll.e2e.suite.Suite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The event stream tells what happens, and a reader who comes back misses nothing. */
@Order(50)
class EventStreamIT {
    private static final String PATH = "/api/v1/events?cluster=events";
    private final Suite suite = Suite.get();
    private final Fleet fleet = new Fleet(suite);

    @Test
    void a_reader_who_resumes_sees_each_event_once() throws Exception {
        try (var whole = EventStream.open(suite.admin(), PATH)) {
            var pieces = new ArrayList<String>();
            try (var first = EventStream.open(suite.admin(), PATH)) {
                fleet.createAndAwait(Fleet.request("events"));
                await().until(() -> told(first, "RUNNING"));
                pieces.addAll(first.ids());
            }
            fleet.stopAndAwait("events");
            try (var second = EventStream.resume(suite.admin(), PATH, pieces.getLast())) {
                fleet.start("events");
                fleet.awaitPhase("events", "RUNNING");
                await().until(() -> whole.events().size() > pieces.size());
                await().untilAsserted(() -> assertSame(whole, pieces, second));
            }
            assertThat(whole.events()).allSatisfy(e -> assertThat(e.type()).isNotBlank());
            assertThat(types(whole)).contains("cluster.created", "cluster.phase_changed");
        }
        fleet.deleteAndAwait("events");
    }

    private static void assertSame(EventStream whole, List<String> first, EventStream second) {
        var resumed = new ArrayList<>(first);
        resumed.addAll(second.ids());
        assertThat(resumed).doesNotHaveDuplicates().isEqualTo(whole.ids());
        assertThat(told(second, "RUNNING")).isTrue();
    }

    private static boolean told(EventStream stream, String phase) {
        return stream.events().stream()
                .anyMatch(e -> e.data().path("attributes").path("to").asText().equals(phase));
    }

    private static List<String> types(EventStream stream) {
        return stream.events().stream().map(e -> e.data().get("type").asText()).toList();
    }
}
