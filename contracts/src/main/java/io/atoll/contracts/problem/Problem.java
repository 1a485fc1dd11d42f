package io.atoll.contracts.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem answer (RFC 9457).
 *
 * @param type reference to the page that explains this type, see {@link ProblemType#uri()}
 * @param instance path of the request
 * @param traceId names the request in the logs of all services
 * @param errors one entry for each wrong field, empty where the problem is not about fields
 * @param members further members of this type, for example {@code near} with similar names
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable String traceId,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> members) {

    /** The media type of problem answers. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
        members = Map.copyOf(members);
    }

    /**
     * @param pointer JSON pointer (RFC 6901) into the request body, or {@code ?name} of a query
     *     parameter
     */
    public record FieldError(String pointer, String detail) {}
}
