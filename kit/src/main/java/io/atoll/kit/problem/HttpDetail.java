package io.atoll.kit.problem;

import io.atoll.contracts.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Plain words for the refusals that the HTTP layer makes by itself. */
final class HttpDetail {

    static @Nullable String of(ProblemType type, String path) {
        return switch (type) {
            case NOT_FOUND -> "There is nothing at " + path + ".";
            case METHOD_NOT_ALLOWED -> "This path does not know that method.";
            case NOT_ACCEPTABLE -> "This path has no answer in a media type that you accept.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the body as application/json.";
            case BODY_TOO_LARGE -> "The body is larger than this path takes.";
            case MALFORMED_REQUEST -> "The request cannot be read.";
            case INVALID_FIELDS,
                    UNAUTHENTICATED,
                    FORBIDDEN,
                    PASSWORD_CHANGE_REQUIRED,
                    CONFLICT,
                    READ_ONLY,
                    INSUFFICIENT_CAPACITY,
                    QUOTA_EXCEEDED,
                    PRECONDITION_FAILED,
                    NOT_SUPPORTED,
                    PRECONDITION_REQUIRED,
                    TOO_MANY_REQUESTS,
                    RATE_LIMITED,
                    INTERNAL,
                    UPSTREAM_FAILED,
                    UNAVAILABLE,
                    TIMEOUT ->
                    null;
        };
    }

    private HttpDetail() {}
}
