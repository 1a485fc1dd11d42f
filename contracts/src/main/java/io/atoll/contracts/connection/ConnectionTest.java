package io.atoll.contracts.connection;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a connection test found; nothing of it is stored.
 *
 * @param failure absent where the cluster can be used
 * @param found absent where it was not reached
 * @param warnings what a person should know before going on
 */
public record ConnectionTest(
        boolean ok, @Nullable Failure failure, @Nullable Found found, List<String> warnings) {

    /** How far the test came. */
    public enum Stage {
        DNS,
        POLICY,
        TCP,
        TLS,
        KAFKA,
        AUTHENTICATION,
        AUTHORIZATION
    }

    /**
     * @param message plain words, without any secret
     */
    public record Failure(Stage stage, @Nullable String address, String message) {}

    /**
     * @param kafkaVersion at least; by the features that the cluster has finalized
     * @param controller id of the broker that answers for the controller, -1 where none is known
     */
    public record Found(
            @Nullable String clusterId,
            @Nullable String kafkaVersion,
            int controller,
            List<Broker> brokers) {}

    /**
     * @param reachable false: its advertised address does not lead to it from here
     */
    public record Broker(int id, String host, int port, @Nullable String rack, boolean reachable) {}

    /** The same with more to know, which comes first. */
    public ConnectionTest warned(List<String> more) {
        return new ConnectionTest(
                ok, failure, found, Stream.concat(more.stream(), warnings.stream()).toList());
    }

    public static ConnectionTest failed(Stage stage, @Nullable String address, String message) {
        return new ConnectionTest(false, new Failure(stage, address, message), null, List.of());
    }
}
