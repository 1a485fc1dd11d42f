package io.atoll.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.Topics;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.kit.probe.NoteEntity;
import io.atoll.kit.problem.Trace;
import io.atoll.testkit.AtollStack;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox and the relay of a running service. */
@QuarkusTest
@WithTestResource(AtollStack.class)
class OutboxIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject Outbox outbox;
    @Inject Pool pool;
    @Inject ObjectMapper mapper;
    private final String key = UUID.randomUUID().toString();
    private TopicReader desired;

    @BeforeEach
    void open() {
        desired = new TopicReader(AtollStack.kafka(), Topics.CLUSTERS_DESIRED);
    }

    @AfterEach
    void close() {
        desired.close();
    }

    @Test
    void whatIsCommittedIsPublishedAndLeavesTheTable() throws Throwable {
        transaction(() -> append("{\"generation\":1}"));
        await().atMost(SOON).until(() -> desired.values(key).equals(List.of("{\"generation\":1}")));
        await().atMost(SOON).until(() -> waiting() == 0);
    }

    @Test
    void whatIsRolledBackIsNeverPublished() throws Throwable {
        assertThatThrownBy(
                        () ->
                                transaction(
                                        () ->
                                                append("rolled back")
                                                        .invoke(
                                                                () -> {
                                                                    throw new IllegalStateException(
                                                                            "no");
                                                                })))
                .hasMessage("no");
        transaction(() -> append("committed"));
        await().atMost(SOON).until(() -> !desired.values(key).isEmpty());
        assertThat(desired.values(key)).containsExactly("committed");
    }

    @Test
    void messagesOfAKeyArriveInTheOrderOfTheirCommits() throws Throwable {
        transaction(() -> Panache.getSession().chain(s -> s.persist(NoteEntity.of(key, "0"))));
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 40).forEach(_ -> writers.submit(() -> transaction(this::increment)));
        }
        await().atMost(SOON).until(() -> desired.values(key).size() == 40);
        assertThat(desired.values(key))
                .isEqualTo(IntStream.rangeClosed(1, 40).mapToObj(String::valueOf).toList());
    }

    @Test
    void manyMessagesOfOneTransactionKeepTheirOrder() throws Throwable {
        var values = IntStream.range(0, 1_200).mapToObj(String::valueOf).toList();
        transaction(
                () ->
                        Multi.createFrom()
                                .iterable(values)
                                .onItem()
                                .transformToUniAndConcatenate(this::append)
                                .collect()
                                .last());
        await().atMost(SOON).until(() -> desired.values(key).size() == values.size());
        assertThat(desired.values(key)).isEqualTo(values);
    }

    @Test
    void aTombstoneIsANull() throws Throwable {
        transaction(
                () ->
                        append("{}")
                                .chain(
                                        () ->
                                                outbox.append(
                                                        OutboxMessage.tombstone(
                                                                Topics.CLUSTERS_DESIRED, key))));
        await().atMost(SOON).until(() -> desired.values(key).size() == 2);
        assertThat(desired.values(key)).containsExactly("{}", null);
    }

    @Test
    void theTraceOfTheWriterTravelsWithTheMessage() throws Throwable {
        var trace = Trace.fresh();
        transaction(
                () -> {
                    trace.enter();
                    return append("traced");
                });
        await().atMost(SOON).until(() -> !desired.messages(key).isEmpty());
        var header = desired.messages(key).getFirst().headers().lastHeader(Trace.HEADER);
        assertThat(Trace.of(new String(header.value(), StandardCharsets.UTF_8))).isEqualTo(trace);
    }

    @Test
    void payloadsAreWrittenAsOnTheWire() {
        var message = OutboxMessage.of("t", "k", Grant.everywhere(Role.ADMIN), mapper);
        assertThat(message.payload()).isEqualTo("{\"role\":\"admin\"}");
    }

    @Test
    void outsideOfATransactionNothingIsTaken() {
        assertThatThrownBy(
                        () ->
                                VertxContextSupport.subscribeAndAwait(
                                        () -> Panache.withSession(() -> append("stray"))))
                .hasMessageContaining("inside a transaction");
    }

    @Test
    void theControlTopicsAreMadeWithTheirPolicy() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", AtollStack.kafka()))) {
            var names = Topics.ALL.stream().map(Topics.Spec::name).toList();
            await().atMost(SOON).until(() -> admin.listTopics().names().get().containsAll(names));
            for (var topic : Topics.ALL) {
                assertThat(policy(admin, topic.name()))
                        .isEqualTo(topic.compacted() ? "compact" : "delete");
            }
        }
    }

    private static String policy(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get("cleanup.policy")
                .value();
    }

    /** Writers wait for each other at the row, so its numbers are the order of the commits. */
    private Uni<Void> increment() {
        return Panache.getSession()
                .chain(s -> s.find(NoteEntity.class, key, LockModeType.PESSIMISTIC_WRITE))
                .chain(
                        note -> {
                            int next = Integer.parseInt(note.text()) + 1;
                            note.rewrite("" + next);
                            return append("" + next);
                        });
    }

    private Uni<Void> append(String payload) {
        return outbox.append(new OutboxMessage(Topics.CLUSTERS_DESIRED, key, payload));
    }

    private long waiting() {
        return pool.query("select count(*) from outbox")
                .execute()
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private static <T> T transaction(Supplier<Uni<T>> work) throws Exception {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work));
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
