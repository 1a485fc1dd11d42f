package io.atoll.ops.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.contracts.connection.ConnectionTest.Stage;
import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.Secret;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Against a real broker with every mechanism, a fake one, and what is no broker at all. In Quarkus,
 * as SASL providers belong to the whole JVM and to the class loader that came first.
 */
@QuarkusTest
@WithTestResource(AtollStack.class)
class ConnectionProbeIT {

    private static final Secret RIGHT = new Secret(SecureBroker.PASSWORD);
    private static final Secret WRONG = new Secret("canary-wrong-51c2");
    private static final SecureBroker BROKER = SecureBroker.shared();

    @BeforeAll
    static void letTokensBeAskedFor() {
        new ClientSystem(rules(true)).start(null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none", "tls", "plain", "scram-sha-256", "scram-sha-512", "oauthbearer"})
    void a_cluster_is_found_by_each_mechanism(String mechanism) {
        var found = test(mechanism, RIGHT);
        assertThat(found.failure()).isNull();
        assertThat(found.ok()).isTrue();
        assertThat(found.found().brokers()).hasSize(1).allMatch(ConnectionTest.Broker::reachable);
        assertThat(found.found().kafkaVersion()).isEqualTo("4.1");
        assertThat(found.found().clusterId()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "scram-sha-256", "scram-sha-512", "oauthbearer"})
    void wrong_credentials_are_told_as_such_and_not_repeated(String mechanism) {
        var found = test(mechanism, WRONG);
        assertThat(found.failure().stage()).isEqualTo(Stage.AUTHENTICATION);
        assertThat(found.toString()).doesNotContain(WRONG.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "scram-sha-512", "oauthbearer", "tls"})
    void no_secret_is_logged_even_at_the_finest_level(String mechanism) {
        var said = new ConcurrentLinkedQueue<String>();
        var handler = new Recorder(said);
        var logger = Logger.getLogger("org.apache.kafka");
        var before = logger.getLevel();
        logger.setLevel(Level.ALL);
        logger.addHandler(handler);
        try {
            test(mechanism, WRONG);
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(before);
        }
        var key = BROKER.client.key().lines().skip(1).findFirst().orElseThrow();
        assertThat(said).isNotEmpty().noneMatch(s -> s.contains(WRONG.text()) || s.contains(key));
    }

    private static final class Recorder extends Handler {

        private final Queue<String> said;
        private final SimpleFormatter formatter = new SimpleFormatter();

        Recorder(Queue<String> said) {
            this.said = said;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            said.add(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void a_certificate_that_nobody_trusts_fails_in_tls() {
        var other = Certificates.make("other");
        var access =
                access(
                        BROKER.address("MTLS"),
                        new Credentials.Tls<>(other.certificate(), null, null));
        assertThat(probe(true).test(access).failure().stage()).isEqualTo(Stage.TLS);
    }

    @Test
    void what_is_wrong_before_kafka_is_told_by_stage() throws IOException {
        assertThat(stage("no-such-host.invalid:9092")).isEqualTo(Stage.DNS);
        assertThat(stage("127.0.0.1:1")).isEqualTo(Stage.TCP);
        try (var web = new Listener("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertThat(stage(web.address())).isEqualTo(Stage.KAFKA);
        }
        assertThat(stage(BROKER.address("MTLS"))).isEqualTo(Stage.KAFKA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433"})
    void no_packet_reaches_a_listener_that_the_rules_refuse(String host) throws IOException {
        try (var listener = new Listener("")) {
            var address = host + ":" + listener.port();
            var found = probe(false).test(access(address, new Credentials.None<>()));
            assertThat(found.failure().stage()).isIn(Stage.POLICY, Stage.DNS);
            assertThat(listener.connections.get()).isZero();
        }
    }

    @Test
    void the_suite_itself_is_refused_even_where_loopback_is_allowed() {
        assertThat(stage("127.0.0.1:7110")).isEqualTo(Stage.POLICY);
        assertThat(stage("localhost:7111")).isEqualTo(Stage.POLICY);
    }

    @Test
    void a_broker_that_advertises_a_metadata_address_is_refused() throws IOException {
        try (var fake = new FakeBroker("169.254.169.254", 80)) {
            var found = probe(true).test(access(fake.address(), new Credentials.None<>()));
            assertThat(found.failure().stage()).isEqualTo(Stage.POLICY);
            assertThat(found.failure().message())
                    .contains("Broker 1 advertises 169.254.169.254:80");
        }
    }

    @Test
    void no_packet_reaches_an_advertised_listener_that_the_rules_refuse() throws IOException {
        try (var fake = new FakeBroker("localhost", 7111)) {
            var found = probe(true).test(access(fake.address(), new Credentials.None<>()));
            assertThat(found.failure().stage()).isEqualTo(Stage.POLICY);
            assertThat(fake.connections.get()).isPositive();
        }
    }

    @Test
    void a_broker_whose_advertised_name_is_unknown_is_told_of() throws IOException {
        try (var fake = new FakeBroker("kafka-1.invalid", 9092)) {
            var found = probe(true).test(access(fake.address(), new Credentials.None<>()));
            assertThat(found.failure().stage()).isEqualTo(Stage.DNS);
            assertThat(found.failure().message()).contains("Broker 1 advertises kafka-1.invalid");
        }
    }

    @Test
    void tokens_are_asked_for_at_allowed_urls_alone() {
        int before = BROKER.tokens.get();
        var access =
                access(BROKER.listener("oauthbearer"), BROKER.credentials("oauthbearer", RIGHT));
        var found = new ConnectionProbe(new Rules(true, List.of()).outbound()).test(access);
        assertThat(found.failure().stage()).isEqualTo(Stage.POLICY);
        assertThat(BROKER.tokens.get()).isEqualTo(before);
    }

    private static Stage stage(String address) {
        var found = probe(true).test(access(address, new Credentials.None<>()));
        return found.failure().stage();
    }

    private static ConnectionTest test(String mechanism, Secret password) {
        var credentials = BROKER.credentials(mechanism, password);
        return probe(true).test(access(BROKER.listener(mechanism), credentials));
    }

    private static Access access(String address, Credentials<Secret> credentials) {
        return new Access(List.of(address), credentials, Map.of());
    }

    private static ConnectionProbe probe(boolean loopback) {
        return new ConnectionProbe(rules(loopback));
    }

    private static io.atoll.ops.outbound.Outbound rules(boolean loopback) {
        return new Rules(loopback, BROKER.urls()).outbound();
    }

    /** Counts who comes, and says one thing to each. */
    private static final class Listener implements AutoCloseable {

        private final ServerSocket socket =
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger connections = new AtomicInteger();

        Listener(String says) throws IOException {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try {
                                    while (true) {
                                        try (var client = socket.accept()) {
                                            connections.incrementAndGet();
                                            client.getOutputStream()
                                                    .write(says.getBytes(StandardCharsets.UTF_8));
                                            client.getInputStream().read(new byte[64]);
                                        }
                                    }
                                } catch (IOException closed) {
                                    // the test is over
                                }
                            });
        }

        int port() {
            return socket.getLocalPort();
        }

        String address() {
            return "127.0.0.1:" + port();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
