package io.atoll.contracts.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.atoll.contracts.connection.HeldCredentials;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka cluster that runs elsewhere.
 *
 * @param bootstrapServers each {@code host:port}
 * @param credentials absent in plans, which are shown
 * @param clientProperties by their Kafka names; only those of {@link
 *     io.atoll.contracts.connection.ClientProperty}
 */
public record ExternalKafkaSpec(
        List<String> bootstrapServers,
        @Nullable HeldCredentials credentials,
        Map<String, String> clientProperties)
        implements ClusterSpec {

    public ExternalKafkaSpec {
        bootstrapServers = List.copyOf(bootstrapServers);
        clientProperties = Map.copyOf(clientProperties);
    }

    /** Whoever runs it decides; here it counts as up. */
    @Override
    @JsonIgnore
    public boolean running() {
        return true;
    }

    @Override
    @JsonIgnore
    public ClusterKind clusterKind() {
        return ClusterKind.KAFKA;
    }

    /** The same as it may be shown. */
    public ExternalKafkaSpec withoutCredentials() {
        return new ExternalKafkaSpec(bootstrapServers, null, clientProperties);
    }
}
