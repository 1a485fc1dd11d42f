package io.atoll.ops.message;

import static io.atoll.ops.Api.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import io.atoll.ops.Api;
import io.atoll.ops.TestClusters;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Offsets that never come as records: transaction markers, aborted records, removed records. A
/// browse that counted records would wait for them until its time is over.
@QuarkusTest
@WithTestResource(AtollStack.class)
class TransactionIT {

    private static final String CLUSTER = "transactions-it";
    private static final String LONG = "&timeout_ms=25000";

    @BeforeEach
    void cluster() {
        Api.running(CLUSTER);
    }

    @Test
    void markersAtTheEndDoNotHoldTheBrowse() {
        Api.topic(CLUSTER, "marked", 1);
        try (var producer = transactional("marked")) {
            transaction(producer, "marked", true, "a", "b");
        }
        for (var from : List.of("earliest", "latest&order=oldest")) {
            consume("marked&from=" + from + LONG)
                    .body("records.value", contains("a", "b"))
                    .body("ended", equalTo("end_reached"))
                    .body("elapsed_ms", lessThan(8_000));
        }
    }

    @Test
    void abortedRecordsAreSeenOnlyUncommitted() {
        Api.topic(CLUSTER, "aborted", 1);
        try (var producer = transactional("aborted")) {
            transaction(producer, "aborted", true, "kept");
            for (int i = 0; i < 20; i++) {
                transaction(producer, "aborted", false, "lost-" + i);
            }
        }
        for (var from : List.of("earliest", "latest")) {
            consume("aborted&max_records=5&from=" + from + LONG)
                    .body("records.value", contains("kept"))
                    .body("elapsed_ms", lessThan(8_000));
        }
        consume("aborted&isolation=read_uncommitted" + LONG).body("records", hasSize(21));
    }

    @Test
    void anOpenTransactionEndsTheBrowseWhereItBegins() {
        Api.topic(CLUSTER, "open", 1);
        try (var producer = transactional("open")) {
            transaction(producer, "open", true, "before");
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("open", "pending"));
            producer.flush();
            consume("open" + LONG)
                    .body("records.value", contains("before"))
                    .body("ended", equalTo("end_reached"))
                    .body("elapsed_ms", lessThan(8_000));
            producer.abortTransaction();
        }
    }

    @Test
    void recordsThatAreGoneAreSteppedOver() throws Exception {
        Api.topic(CLUSTER, "removed", 1);
        try (var producer = transactional("removed")) {
            transaction(producer, "removed", true, "a", "b", "c");
        }
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestClusters.broker()))) {
            admin.deleteRecords(
                            Map.of(
                                    new TopicPartition("removed", 0),
                                    RecordsToDelete.beforeOffset(2)))
                    .all()
                    .get();
        }
        consume("removed&from=offset&offset=0" + LONG).body("records.value", contains("c"));
        consume("removed&from=latest" + LONG).body("records.value", contains("c"));
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestClusters.broker()))) {
            admin.deleteRecords(
                            Map.of(
                                    new TopicPartition("removed", 0),
                                    RecordsToDelete.beforeOffset(-1)))
                    .all()
                    .get();
        }
        consume("removed" + LONG)
                .body("records", hasSize(0))
                .body("ended", equalTo("end_reached"))
                .body("elapsed_ms", lessThan(8_000));
    }

    private static KafkaProducer<String, String> transactional(String id) {
        var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestClusters.broker(), "transactional.id", id),
                        new StringSerializer(),
                        new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    private static void transaction(
            KafkaProducer<String, String> producer,
            String topic,
            boolean commit,
            String... values) {
        producer.beginTransaction();
        for (var value : values) {
            producer.send(new ProducerRecord<>(topic, value));
        }
        producer.flush();
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }

    private static ValidatableResponse consume(String query) {
        return admin().get(Api.CLUSTERS + CLUSTER + "/consume?topic=" + query)
                .then()
                .statusCode(200);
    }
}
