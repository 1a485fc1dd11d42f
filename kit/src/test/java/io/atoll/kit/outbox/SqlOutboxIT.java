package io.atoll.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.atoll.contracts.Topics;
import io.atoll.kit.problem.Trace;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox of a service without Hibernate. */
@QuarkusTest
@WithTestResource(AtollStack.class)
class SqlOutboxIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject Pool pool;
    private final String key = UUID.randomUUID().toString();
    private TopicReader events;

    @BeforeEach
    void open() {
        events = new TopicReader(AtollStack.kafka(), Topics.EVENTS);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void whatIsRolledBackIsNeverPublished() {
        var rolledBack =
                pool.withTransaction(tx -> append(tx, "rolled back").invoke(SqlOutboxIT::fail));
        assertThatThrownBy(() -> rolledBack.await().atMost(SOON)).hasMessage("no");
        pool.withTransaction(tx -> append(tx, "first").chain(() -> append(tx, "second")))
                .await()
                .atMost(SOON);
        await().atMost(SOON).until(() -> events.values(key).size() == 2);
        assertThat(events.values(key)).containsExactly("first", "second");
    }

    @Test
    void withoutATransactionItHasOneOfItsOwn() {
        append(pool, "alone").await().atMost(SOON);
        await().atMost(SOON).until(() -> !events.values(key).isEmpty());
        assertThat(events.values(key)).containsExactly("alone");
    }

    @Test
    void theTraceOfTheWriterTravelsWithTheMessage() throws Throwable {
        var trace = Trace.fresh();
        VertxContextSupport.subscribeAndAwait(
                () -> {
                    trace.enter();
                    return pool.withTransaction(tx -> append(tx, "traced"));
                });
        await().atMost(SOON).until(() -> !events.messages(key).isEmpty());
        var header = events.messages(key).getFirst().headers().lastHeader(Trace.HEADER);
        assertThat(Trace.of(new String(header.value(), StandardCharsets.UTF_8))).isEqualTo(trace);
    }

    private static void fail() {
        throw new IllegalStateException("no");
    }

    private Uni<Void> append(SqlClient client, String payload) {
        return SqlOutbox.append(client, new OutboxMessage(Topics.EVENTS, key, payload));
    }
}
