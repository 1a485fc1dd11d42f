package io.atoll.ops.connection;

import io.atoll.ops.endpoint.Endpoint;
import io.atoll.ops.endpoint.ManagedEndpoint;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/// The whole of every client's settings. From outside come addresses, and what an endpoint makes of
/// typed credentials and a closed list of properties: no class, file, login or provider can be
/// named by a user.
final class ClientProperties {

    /// Milliseconds after which one request to a broker is given up.
    private static final int REQUEST_MS = 5_000;

    /// Bytes of one produce request, and so of one record: above what brokers take by default.
    static final int MAX_PRODUCE_BYTES = 8 << 20;

    private ClientProperties() {}

    static Map<String, Object> admin(String clientId, Endpoint endpoint) {
        var settings = shared(clientId, endpoint);
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MS);
        return settings;
    }

    /// Acknowledged by all in-sync replicas, once each, in order.
    static Map<String, Object> producer(String clientId, Endpoint endpoint) {
        var settings = shared(clientId, endpoint);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L << 20);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_PRODUCE_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * REQUEST_MS);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // Forget topics soon: a producer that asks for a deleted one may bring it back.
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, 5_000);
        return settings;
    }

    /// Never in a group, never creating a topic by looking at it.
    static Map<String, Object> consumer(String clientId, Endpoint endpoint, boolean committed) {
        var settings = shared(clientId, endpoint);
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MS);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                committed ? "read_committed" : "read_uncommitted");
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 << 20);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 20);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        return settings;
    }

    /// For the control topics.
    ///
    /// @param kafka where they are and who asks
    static Map<String, Object> control(Map<String, Object> kafka) {
        var settings = consumer("atoll-ops-directory", address(kafka), true);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
        settings.putAll(kafka);
        return settings;
    }

    /// For the ends of the control topics.
    ///
    /// @param kafka where they are and who asks
    static Map<String, Object> controlAdmin(Map<String, Object> kafka) {
        var settings = admin("atoll-ops-catch-up", address(kafka));
        settings.putAll(kafka);
        return settings;
    }

    private static Endpoint address(Map<String, Object> kafka) {
        return new ManagedEndpoint(
                String.valueOf(kafka.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)));
    }

    private static Map<String, Object> shared(String clientId, Endpoint endpoint) {
        var settings = new HashMap<String, Object>();
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, endpoint.bootstrap());
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MS);
        settings.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 2_000L);
        settings.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, 4_000L);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 50L);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000L);
        settings.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        settings.putAll(endpoint.settings());
        return settings;
    }
}
