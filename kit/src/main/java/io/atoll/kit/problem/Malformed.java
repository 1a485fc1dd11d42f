package io.atoll.kit.problem;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.problem.ProblemType;
import java.util.List;
import java.util.Map;

/** The request itself cannot be read (400). */
public final class Malformed extends AtollException {

    public Malformed(String detail) {
        super(ProblemType.MALFORMED_REQUEST, detail);
    }

    /**
     * One value is out of its bounds: the answer of Bean Validation, for a service without it.
     *
     * @param pointer to the field, or '?' and the name of the query parameter
     */
    public Malformed(String pointer, String detail) {
        super(
                ProblemType.MALFORMED_REQUEST,
                "1 field is wrong.",
                List.of(new FieldError(pointer, detail)),
                Map.of());
    }
}
