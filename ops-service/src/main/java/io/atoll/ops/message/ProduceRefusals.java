package io.atoll.ops.message;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.problem.ProblemType;
import io.atoll.ops.message.ProduceFailed.Accepted;
import io.atoll.ops.message.ProduceService.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.NotEnoughReplicasAfterAppendException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// How it reads to a person that records were not written.
final class ProduceRefusals {

    private ProduceRefusals() {}

    /// @param limit bytes of the largest record that the topic takes
    static ProduceFailed of(
            List<Outcome> outcomes, String clusterId, String topic, LongSupplier limit) {
        var errors = new ArrayList<FieldError>();
        var accepted = new ArrayList<Accepted>();
        ProblemType type = ProblemType.INVALID_FIELDS;
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case Outcome.Written(var at) ->
                        accepted.add(new Accepted(i, at.partition(), at.offset()));
                case Outcome.Failed(var reason) -> {
                    errors.add(error("/records/" + i, reason, limit));
                    type = worse(type, type(reason));
                }
            }
        }
        return new ProduceFailed(
                type,
                "%d of %d record(s) were not written to topic '%s' of cluster '%s'. %s"
                        .formatted(
                                errors.size(),
                                outcomes.size(),
                                topic,
                                clusterId,
                                errors.getFirst().detail()),
                errors,
                accepted);
    }

    private static ProblemType worse(ProblemType a, ProblemType b) {
        return a.status() >= b.status() ? a : b;
    }

    private static ProblemType type(Throwable reason) {
        return switch (reason) {
            case RecordTooLargeException e -> ProblemType.INVALID_FIELDS;
            case InvalidRecordException e -> ProblemType.INVALID_FIELDS;
            case InvalidTimestampException e -> ProblemType.INVALID_FIELDS;
            case UnknownTopicOrPartitionException e -> ProblemType.CONFLICT;
            case AuthorizationException e -> ProblemType.UPSTREAM_FAILED;
            default -> ProblemType.UNAVAILABLE;
        };
    }

    private static FieldError error(String pointer, Throwable reason, LongSupplier limit) {
        return switch (reason) {
            case RecordTooLargeException e ->
                    new FieldError(
                            pointer + "/value",
                            "is too large: the topic takes records of up to %d bytes"
                                    .formatted(limit.getAsLong()));
            case InvalidTimestampException e ->
                    new FieldError(pointer + "/timestamp", message(reason));
            case NotEnoughReplicasException e -> new FieldError(pointer, tooFew());
            case NotEnoughReplicasAfterAppendException e -> new FieldError(pointer, tooFew());
            case UnknownTopicOrPartitionException e ->
                    new FieldError(pointer, "The topic was deleted meanwhile.");
            case TimeoutException e ->
                    new FieldError(
                            pointer,
                            "Not acknowledged in time; it may or may not be written. "
                                    + message(reason));
            default -> new FieldError(pointer, message(reason));
        };
    }

    private static String tooFew() {
        return "Fewer replicas are in sync than min.insync.replicas asks for.";
    }

    private static String message(Throwable reason) {
        return String.valueOf(reason.getMessage());
    }
}
