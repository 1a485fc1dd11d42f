package io.atoll.ops.topic;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.Topics;
import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.event.AtollEvent;
import io.atoll.contracts.event.Severity;
import io.atoll.kit.outbox.OutboxMessage;
import io.atoll.kit.outbox.SqlOutbox;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Tells of changes to topics, after they took effect. A change stands even where it cannot be
/// told of: that is logged.
@ApplicationScoped
class TopicEvents {

    private static final Logger LOG = Logger.getLogger(TopicEvents.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Pool pool;
    private final ObjectMapper mapper;
    private final Clock clock;

    TopicEvents(Pool pool, ObjectMapper mapper, Clock clock) {
        this.pool = pool;
        this.mapper = mapper;
        this.clock = clock;
    }

    /// @param type one of `EventType`
    /// @param done the past participle for people
    void tell(String type, String done, ClusterScope cluster, String topic, String subject) {
        var event =
                new AtollEvent(
                        UUID.randomUUID().toString(),
                        type,
                        Severity.SUCCESS,
                        cluster.id(),
                        cluster.environment(),
                        cluster.tags(),
                        "Topic '%s' of cluster '%s' was %s.".formatted(topic, cluster.id(), done),
                        clock.instant(),
                        subject,
                        Map.of("topic", topic));
        try {
            append(event, cluster.id());
        } catch (Throwable failure) {
            LOG.errorf(failure, "Not told: %s (by %s)", event.message(), subject);
        }
    }

    private void append(AtollEvent event, String key) throws Throwable {
        var message = OutboxMessage.of(Topics.EVENTS, key, event, mapper);
        VertxContextSupport.subscribeAndAwait(
                () -> SqlOutbox.append(pool, message).ifNoItem().after(PATIENCE).fail());
    }
}
