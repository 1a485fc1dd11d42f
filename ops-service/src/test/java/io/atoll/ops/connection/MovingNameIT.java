package io.atoll.ops.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.atoll.ops.endpoint.Endpoint;
import io.atoll.ops.endpoint.FakeBroker;
import io.atoll.ops.endpoint.ManagedEndpoint;
import io.atoll.ops.endpoint.Outside;
import io.atoll.ops.endpoint.ProbeFailed;
import io.atoll.ops.outbound.MovingNames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A name that has an allowed address when it is looked at, and a refused one, where somebody
 * listens at the same port, when a client connects.
 */
class MovingNameIT {

    private static final String NAME = "kafka.moving.example";
    private static final String ALLOWED = "127.0.0.1";
    private static final String REFUSED = "127.0.0.2";

    private FakeBroker broker;
    private Listener refused;
    private Endpoint endpoint;
    private ClientSet clients;

    @BeforeEach
    void aClusterThatMayBeReached() throws IOException {
        broker = FakeBroker.named(NAME);
        refused = new Listener(broker.port());
        MovingNames.lead(NAME, ALLOWED);
        endpoint = Outside.at(NAME + ":" + broker.port(), REFUSED + "/32");
        clients = new ClientSet("moving", endpoint);
        clients.enter();
        clients.verify();
    }

    @AfterEach
    void end() throws IOException {
        clients.retire();
        clients.leave();
        broker.close();
        refused.close();
    }

    @Test
    void a_client_that_connects_again_does_not_follow_the_name() throws Exception {
        assertThat(clusterId(clients.admin())).isEqualTo("fake");
        move();
        assertThatThrownBy(() -> clusterId(clients.admin())).isNotNull();
        await().until(() -> MovingNames.asked(NAME) > 3);
        assertThat(refused.connections).hasValue(0);
    }

    @Test
    void a_client_that_is_made_between_two_looks_does_not_follow_it() throws IOException {
        move();
        assertThatThrownBy(clients::admin).isInstanceOf(KafkaException.class);
        assertThatThrownBy(clients::producer).isInstanceOf(KafkaException.class);
        assertThatThrownBy(() -> clients.guarded(() -> clients.consumer(false)))
                .isInstanceOf(KafkaException.class);
        assertThat(MovingNames.asked(NAME)).isPositive();
        assertThat(refused.connections).hasValue(0);
        assertThatThrownBy(endpoint::verify).isInstanceOf(ProbeFailed.class);
    }

    @Test
    void producers_and_consumers_that_were_made_before_do_not_follow_it() throws IOException {
        var producer = clients.producer();
        clients.guarded(
                () -> {
                    try (var consumer = clients.consumer(false)) {
                        move();
                        assertThatThrownBy(
                                        () -> consumer.partitionsFor("any", Duration.ofSeconds(2)))
                                .isInstanceOf(KafkaException.class);
                    }
                    return true;
                });
        int before = MovingNames.asked(NAME);
        assertThatThrownBy(() -> producer.partitionsFor("any")).isInstanceOf(KafkaException.class);
        await().until(() -> MovingNames.asked(NAME) > before);
        assertThat(refused.connections).hasValue(0);
    }

    /** So that what the others show is not that nobody would have come. */
    @Test
    void without_the_rules_a_client_does_follow_it() throws Exception {
        move();
        var settings =
                ClientProperties.admin("plain", new ManagedEndpoint(NAME + ":" + broker.port()));
        try (var plain = Admin.create(settings)) {
            var asked = plain.describeCluster().clusterId();
            await().until(() -> refused.connections.get() > 0);
            assertThat(asked.isDone()).isFalse();
        }
    }

    private void move() {
        try {
            broker.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        MovingNames.lead(NAME, REFUSED);
    }

    private static String clusterId(Admin admin) throws Exception {
        return admin.describeCluster().clusterId().get(3, TimeUnit.SECONDS);
    }

    /** Counts who comes to the refused address. */
    private static final class Listener implements AutoCloseable {

        private final ServerSocket socket;
        private final AtomicInteger connections = new AtomicInteger();

        Listener(int port) throws IOException {
            socket = new ServerSocket(port, 50, InetAddress.ofLiteral(REFUSED));
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try {
                                    while (true) {
                                        socket.accept().close();
                                        connections.incrementAndGet();
                                    }
                                } catch (IOException closed) {
                                    // the test is over
                                }
                            });
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
