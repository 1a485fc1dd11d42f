package io.atoll.ops.connection;

import io.atoll.kit.refusal.AtollException;
import io.atoll.kit.refusal.UpstreamFailed;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.TimeoutException;

/// Tells apart what the clients throw: not answering, not authorised, refused.
public final class KafkaFailures {

    private KafkaFailures() {}

    /// The failure itself, out of what futures wrap it in.
    public static Throwable unwrap(Throwable failure) {
        var inner = failure;
        while ((inner instanceof ExecutionException || inner instanceof CompletionException)
                && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }

    /// True where the cluster did not answer at all.
    static boolean isUnreachable(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof IOException
                || failure instanceof java.util.concurrent.TimeoutException
                || failure instanceof DisconnectException
                || failure instanceof NetworkException
                || failure instanceof InterruptException
                || failure.getCause() instanceof ConfigException
                || failure instanceof ConfigException;
    }

    /// What a caller is told where no feature knows better.
    public static RuntimeException problem(String clusterId, Throwable failure) {
        return switch (failure) {
            case AtollException known -> known;
            case AuthenticationException e ->
                    new UpstreamFailed(
                            "Cluster '%s' refuses the credentials of Atoll: %s"
                                    .formatted(clusterId, e.getMessage()));
            case AuthorizationException e ->
                    new UpstreamFailed(
                            "Atoll is not authorised for this at cluster '%s': %s"
                                    .formatted(clusterId, e.getMessage()));
            case KafkaException e ->
                    new UpstreamFailed(
                            "Cluster '%s' refused: %s".formatted(clusterId, e.getMessage()));
            case RuntimeException e -> e;
            default -> new IllegalStateException(failure);
        };
    }
}
