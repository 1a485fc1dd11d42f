package io.atoll.ops.endpoint;

import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.contracts.connection.ConnectionTest.Stage;
import io.atoll.ops.outbound.Outbound;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.KafkaClient;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.message.DescribeClusterRequestData;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.ApiVersionsRequest;
import org.apache.kafka.common.requests.ApiVersionsResponse;
import org.apache.kafka.common.requests.DescribeClusterRequest;
import org.apache.kafka.common.requests.DescribeClusterResponse;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * Asks one broker, with the credentials, what its cluster is. Unlike a whole client it connects to
 * this broker alone, and to the addresses that the rules allowed: the advertised ones are only
 * read.
 */
record ClusterQuestion(Outbound outbound) {

    private static final int REQUEST_MS = 5_000;

    /**
     * @param mayDescribe false: lists may be empty because they are not shown
     */
    record Answer(ConnectionTest.Found found, boolean mayDescribe) {}

    Answer ask(HostPort broker, Access access) throws ProbeFailed {
        try (var metrics = new Metrics();
                var client = client(broker, access, metrics)) {
            var node = new Node(Integer.MAX_VALUE, broker.host(), broker.port());
            if (!NetworkClientUtils.awaitReady(client, node, Time.SYSTEM, REQUEST_MS)) {
                throw unanswered(broker);
            }
            var cluster = (DescribeClusterResponse) send(client, node, describe());
            return answer(broker, cluster, version(client, node));
        } catch (AuthenticationException e) {
            throw refused(broker, e);
        } catch (ProbeFailed e) {
            throw e;
        } catch (IOException e) {
            throw unanswered(broker);
        } catch (KafkaException e) {
            throw failed(broker, e);
        }
    }

    private KafkaClient client(HostPort broker, Access access, Metrics metrics) {
        var settings = new HashMap<>(ClientSecurity.settings(access));
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.toString());
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MS);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return ClientUtils.createNetworkClient(
                new ConsumerConfig(settings),
                "atoll-probe",
                metrics,
                "atoll-probe",
                new LogContext(),
                new ApiVersions(),
                Time.SYSTEM,
                1,
                REQUEST_MS,
                new ManualMetadataUpdater(),
                host -> outbound.addresses(host, broker.port()));
    }

    private static AbstractResponse send(
            KafkaClient client, Node node, AbstractRequest.Builder<?> request) throws IOException {
        long now = Time.SYSTEM.milliseconds();
        return NetworkClientUtils.sendAndReceive(
                        client,
                        client.newClientRequest(node.idString(), request, now, true),
                        Time.SYSTEM)
                .responseBody();
    }

    private static DescribeClusterRequest.Builder describe() {
        return new DescribeClusterRequest.Builder(
                new DescribeClusterRequestData().setIncludeClusterAuthorizedOperations(true));
    }

    private static @Nullable String version(KafkaClient client, Node node) throws IOException {
        var answer = (ApiVersionsResponse) send(client, node, new ApiVersionsRequest.Builder());
        var level = answer.data().finalizedFeatures().find(KafkaRelease.FEATURE);
        return level == null ? null : KafkaRelease.of(level.maxVersionLevel()).orElse(null);
    }

    private static Answer answer(
            HostPort broker, DescribeClusterResponse cluster, @Nullable String version)
            throws ProbeFailed {
        var data = cluster.data();
        var error = Errors.forCode(data.errorCode());
        if (error != Errors.NONE) {
            throw new ProbeFailed(
                    Stage.AUTHORIZATION,
                    broker.toString(),
                    "The cluster does not let this user see it: " + error.message());
        }
        List<ConnectionTest.Broker> brokers =
                data.brokers().stream()
                        .map(
                                b ->
                                        new ConnectionTest.Broker(
                                                b.brokerId(), b.host(), b.port(), b.rack(), true))
                        .toList();
        return new Answer(
                new ConnectionTest.Found(data.clusterId(), version, data.controllerId(), brokers),
                data.clusterAuthorizedOperations() != 0);
    }

    private static ProbeFailed refused(HostPort broker, AuthenticationException e) {
        return new ProbeFailed(
                Stage.AUTHENTICATION,
                broker.toString(),
                "The cluster refuses these credentials: " + e.getMessage());
    }

    private static ProbeFailed unanswered(HostPort broker) {
        return new ProbeFailed(
                Stage.AUTHENTICATION,
                broker.toString(),
                "%s ends the connection or does not answer once credentials are shown; perhaps it wants another mechanism."
                        .formatted(broker));
    }

    /** Of making a client: its message names a setting, never a value of it. */
    private static ProbeFailed failed(HostPort broker, KafkaException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return new ProbeFailed(
                Stage.AUTHENTICATION,
                broker.toString(),
                "No client can be made with these credentials (%s)."
                        .formatted(cause.getClass().getSimpleName()));
    }

    /**
     * Which release a cluster has at least, by the level of its feature {@code metadata.version}
     * ({@code MetadataVersion} of Kafka).
     */
    private static final class KafkaRelease {

        static final String FEATURE = "metadata.version";

        /** First level of each release. */
        private static final TreeMap<Integer, String> FIRST_LEVELS =
                new TreeMap<>(
                        Map.ofEntries(
                                Map.entry(1, "3.0"),
                                Map.entry(2, "3.1"),
                                Map.entry(3, "3.2"),
                                Map.entry(4, "3.3"),
                                Map.entry(8, "3.4"),
                                Map.entry(9, "3.5"),
                                Map.entry(12, "3.6"),
                                Map.entry(15, "3.7"),
                                Map.entry(20, "3.8"),
                                Map.entry(21, "3.9"),
                                Map.entry(22, "4.0"),
                                Map.entry(26, "4.1"),
                                Map.entry(28, "4.2")));

        private KafkaRelease() {}

        static Optional<String> of(int level) {
            return Optional.ofNullable(FIRST_LEVELS.floorEntry(level)).map(Map.Entry::getValue);
        }
    }
}
