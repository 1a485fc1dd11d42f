package io.atoll.kit.refusal;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.problem.ProblemType;
import java.util.List;
import java.util.Map;

/** The request can be read, but fields of it make no sense together or here (422). */
public final class Invalid extends AtollException {

    public Invalid(List<FieldError> errors) {
        super(ProblemType.INVALID_FIELDS, detail(errors), errors, Map.of());
    }

    public Invalid(String pointer, String detail) {
        this(List.of(new FieldError(pointer, detail)));
    }

    /** Names the field where there is one. */
    static String detail(List<FieldError> errors) {
        return errors.size() == 1
                ? errors.getFirst().pointer() + ": " + errors.getFirst().detail()
                : errors.size() + " fields are wrong.";
    }
}
