package io.atoll.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.NamePattern;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.event.AtollEvent;
import io.atoll.contracts.event.EventType;
import io.atoll.contracts.event.Severity;
import io.atoll.gateway.identity.access.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventFilterTest {
    private static final Grant EVENTS = grant(Set.of(Permission.EVENT_VIEW), null);

    @Test
    void an_event_about_a_topic_is_for_who_may_see_that_topic() {
        var some = new NamePattern(Permission.Resource.TOPIC, "shop-*");
        var reader = List.of(EVENTS, grant(Set.of(Permission.TOPIC_VIEW), some));
        assertThat(sees(reader, EventType.TOPIC_CREATED, "orders", "shop-cart")).isTrue();
        assertThat(sees(reader, EventType.TOPIC_CREATED, "orders", "payroll")).isFalse();
        assertThat(sees(List.of(EVENTS), EventType.TOPIC_CREATED, "orders", "shop-cart")).isFalse();
    }

    @Test
    void an_event_about_a_cluster_is_for_who_may_see_its_events() {
        assertThat(sees(List.of(EVENTS), EventType.NODE_DIED, "orders", null)).isTrue();
        var topics = grant(Set.of(Permission.TOPIC_VIEW), null);
        assertThat(sees(List.of(topics), EventType.NODE_DIED, "orders", null)).isFalse();
    }

    @Test
    void an_event_about_a_template_is_for_who_may_see_templates() {
        assertThat(sees(List.of(EVENTS), EventType.TEMPLATE_CREATED, null, null)).isFalse();
        var templates = grant(Set.of(Permission.TEMPLATE_VIEW), null);
        assertThat(sees(List.of(EVENTS, templates), EventType.TEMPLATE_CREATED, null, null))
                .isTrue();
        assertThat(sees(List.of(templates), EventType.TEMPLATE_CREATED, null, null)).isFalse();
    }

    private static boolean sees(
            List<Grant> grants, String type, @Nullable String cluster, @Nullable String topic) {
        var event =
                new AtollEvent(
                        "e-1",
                        type,
                        Severity.NOTICE,
                        cluster,
                        cluster == null ? null : "prod",
                        Map.of(),
                        "It happened.",
                        Instant.parse("2026-03-01T10:00:00Z"),
                        "somebody",
                        topic == null ? Map.of() : Map.of("topic", topic));
        var reader = new Identity("reader", Identity.USER, new UUID(0, 1), false, grants, null);
        return EventFilter.of(List.of(), List.of(), reader).passes(LoggedEvent.of(1, event, "{}"));
    }

    private static Grant grant(Set<Permission> permissions, @Nullable NamePattern names) {
        return new Grant("own", Permission.withImplied(permissions), null, null, null, names);
    }
}
