package io.atoll.ops.message;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.problem.ProblemType;
import io.atoll.kit.refusal.AtollException;
import java.util.List;
import java.util.Map;

/// Some records of a request were not written. Tells which, why, and where the others are.
final class ProduceFailed extends AtollException {

    /// @param accepted the records that were written, each with its index in the request
    ProduceFailed(
            ProblemType type, String detail, List<FieldError> errors, List<Accepted> accepted) {
        super(type, detail, errors, Map.of("accepted", accepted));
    }

    /// Place of one record that was written.
    record Accepted(int record, int partition, long offset) {}
}
