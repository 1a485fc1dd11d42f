package io.atoll.kit.refusal;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.problem.ProblemType;
import java.util.List;
import java.util.Map;

/** The request itself cannot be read (400). */
public final class Malformed extends AtollException {

    public Malformed(String detail) {
        super(ProblemType.MALFORMED_REQUEST, detail);
    }

    /** Values are out of their bounds. */
    public Malformed(List<FieldError> errors) {
        super(ProblemType.MALFORMED_REQUEST, Invalid.detail(errors), errors, Map.of());
    }

    /**
     * One value is out of its bounds.
     *
     * @param pointer to the field, or '?' and the name of the query parameter
     */
    public Malformed(String pointer, String detail) {
        this(List.of(new FieldError(pointer, detail)));
    }
}
