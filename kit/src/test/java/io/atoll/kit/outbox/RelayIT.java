package io.atoll.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.broker.EmbeddedBroker;
import io.atoll.contracts.Topics;
import io.atoll.kit.control.Database;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Relays over a table of their own, killed and cut off at bad moments. */
@QuarkusTest
@WithTestResource(AtollStack.class)
class RelayIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TERMINATE =
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where pid <> pg_backend_pid() and query like '%s' and state <> 'idle'
            """;

    private final String schema = "relay" + UUID.randomUUID().toString().substring(0, 8);
    private final String key = UUID.randomUUID().toString();
    private final List<Relay> started = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private Pool pool;

    private record Config(boolean enabled, Duration poll, int batch) implements OutboxConfig {}

    @BeforeEach
    void open() throws Exception {
        pool = Database.pool(Database.address(), schema);
        sql("create schema " + schema);
        try (var script = RelayIT.class.getResourceAsStream("/db/kit/V0_1__outbox.sql")) {
            sql(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void close() throws Exception {
        stopAll();
        pool.closeAndAwait();
    }

    @Test
    void killedBetweenPublishAndDeleteItPublishesAgain() throws Exception {
        append("1");
        append("2");
        try (var topic = new TopicReader(AtollStack.kafka(), Topics.EVENTS)) {
            var lock = pool.getConnection().await().atMost(SOON);
            var transaction = lock.begin().await().atMost(SOON);
            lock.query("select * from outbox for update").execute().await().atMost(SOON);
            start(AtollStack.kafka());
            await().atMost(SOON).until(() -> topic.values(key).size() == 2);
            await().atMost(SOON)
                    .until(() -> number(TERMINATE.formatted("delete from outbox%")) > 0);
            transaction.rollback().await().atMost(SOON);
            lock.close().await().atMost(SOON);
            await().atMost(SOON).until(() -> waiting() == 0);
            await().atMost(SOON).until(() -> topic.values(key).size() == 4);
            assertThat(topic.values(key)).containsExactly("1", "2", "1", "2");
        }
    }

    @Test
    void oneOfTwoRelaysAndTheOtherWhenThatStops() {
        var first = start(AtollStack.kafka());
        try (var topic = new TopicReader(AtollStack.kafka(), Topics.EVENTS)) {
            append("1");
            await().atMost(SOON).until(() -> topic.values(key).size() == 1);
            start(AtollStack.kafka());
            append("2");
            await().atMost(SOON).until(() -> topic.values(key).size() == 2);
            first.stop();
            append("3");
            await().atMost(SOON).until(() -> topic.values(key).size() == 3);
            await().during(Duration.ofMillis(500)).until(() -> topic.values(key).size() == 3);
        }
    }

    @Test
    void theOtherRelayTakesOverWhenTheFirstOnesConnectionDies() {
        start(AtollStack.kafka());
        try (var topic = new TopicReader(AtollStack.kafka(), Topics.EVENTS)) {
            append("1");
            await().atMost(SOON).until(() -> topic.values(key).size() == 1);
            start(AtollStack.kafka());
            sql(
                    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                            + " and pid <> pg_backend_pid()");
            append("2");
            await().atMost(SOON).until(() -> topic.values(key).contains("2"));
        }
    }

    @Test
    void whatIsWrittenWhileKafkaIsAwayArrivesInOrderWhenItIsBack(@TempDir Path directory)
            throws Exception {
        var broker = EmbeddedBroker.start(directory);
        var relay = start(broker.bootstrap());
        append("0");
        await().atMost(SOON).until(() -> waiting() == 0);
        broker.close();
        for (int i = 1; i <= 5; i++) {
            append("" + i);
        }
        await().atMost(SOON).until(() -> relay.backlog().depth() == 5);
        assertThat(relay.backlog().ageSeconds()).isPositive();
        try (var again = EmbeddedBroker.start(directory);
                var topic = new TopicReader(again.bootstrap(), Topics.EVENTS)) {
            await().atMost(SOON).until(() -> waiting() == 0);
            await().atMost(SOON).until(() -> topic.values(key).contains("5"));
            assertThat(new LinkedHashSet<>(topic.values(key)))
                    .containsExactly("0", "1", "2", "3", "4", "5");
            assertThat(topic.values(key)).last().isEqualTo("5");
            await().atMost(SOON).until(() -> relay.backlog().equals(Backlog.NONE));
            stopAll();
        }
    }

    private void stopAll() throws InterruptedException {
        started.forEach(Relay::stop);
        for (var thread : threads) {
            thread.join(SOON);
        }
    }

    private Relay start(String bootstrap) {
        var relay =
                new Relay(
                        pool,
                        Map.of("bootstrap.servers", bootstrap),
                        new Config(true, Duration.ofMillis(300), 100));
        started.add(relay);
        threads.add(Thread.ofVirtual().start(relay));
        return relay;
    }

    private void append(String payload) {
        pool.preparedQuery("insert into outbox (topic, msg_key, payload) values ($1, $2, $3)")
                .execute(Tuple.of(Topics.EVENTS, key, payload))
                .await()
                .atMost(SOON);
    }

    private long waiting() {
        return number("select count(*) from outbox");
    }

    private long number(String query) {
        return pool.query(query).execute().await().atMost(SOON).iterator().next().getLong(0);
    }

    private void sql(String statements) {
        pool.query(statements).execute().await().atMost(SOON);
    }
}
