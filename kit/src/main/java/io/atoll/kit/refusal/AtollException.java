package io.atoll.kit.refusal;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.problem.ProblemType;
import java.util.List;
import java.util.Map;

/** An expected refusal: its detail is written for the caller and may leave the service. */
public abstract class AtollException extends RuntimeException {

    private final transient ProblemType type;
    private final transient String detail;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members;

    protected AtollException(ProblemType type, String detail) {
        this(type, detail, List.of(), Map.of());
    }

    protected AtollException(
            ProblemType type, String detail, List<FieldError> errors, Map<String, Object> members) {
        super(detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.members = Map.copyOf(members);
    }

    public ProblemType type() {
        return type;
    }

    /** One or two plain sentences for the caller. */
    public String detail() {
        return detail;
    }

    /** The wrong fields, empty where the problem is not about fields. */
    public List<FieldError> errors() {
        return errors;
    }

    /** True where it answers as if there were nothing, to hide what there is from the caller. */
    public boolean hides() {
        return false;
    }

    /** Further members of the answer. */
    public Map<String, Object> members() {
        return members;
    }
}
