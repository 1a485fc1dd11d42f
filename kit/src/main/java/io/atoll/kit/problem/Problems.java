package io.atoll.kit.problem;

import io.atoll.contracts.problem.Problem;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.problem.ProblemType;
import io.atoll.kit.refusal.AtollException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes problem bodies. Only who answers HTTP requests outside of JAX-RS needs it directly. */
public final class Problems {

    /**
     * On an answer of a service to the gateway: 404 hides something that is there. The gateway
     * takes it off.
     */
    public static final String HIDES_HEADER = "X-Atoll-Hides";

    /**
     * @param instance path of the request
     */
    public static Problem of(AtollException refusal, String instance) {
        return problem(
                refusal.type(), refusal.detail(), instance, refusal.errors(), refusal.members());
    }

    static Problem of(ProblemType type, @Nullable String detail, String instance) {
        return problem(type, detail, instance, List.of(), Map.of());
    }

    static Problem of(
            ProblemType type, @Nullable String detail, String instance, List<FieldError> errors) {
        return problem(type, detail, instance, errors, Map.of());
    }

    /** The type of a bare HTTP status; one that no type has counts as 400 or 500. */
    static ProblemType typeOf(int status) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .findFirst()
                .orElse(status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL);
    }

    private static Problem problem(
            ProblemType type,
            @Nullable String detail,
            String instance,
            List<FieldError> errors,
            Map<String, Object> members) {
        var trace = Trace.current().map(Trace::id).orElse(null);
        return new Problem(
                type.uri(), type.title(), type.status(), detail, instance, trace, errors, members);
    }

    private Problems() {}
}
