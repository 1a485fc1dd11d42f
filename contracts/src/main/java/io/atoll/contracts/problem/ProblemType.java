package io.atoll.contracts.problem;

import java.util.Locale;

/**
 * Every kind of problem that Atoll answers; the title never changes, the detail is in plain words.
 */
public enum ProblemType {
    MALFORMED_REQUEST("Malformed request", 400),
    INVALID_FIELDS("Invalid fields", 422),
    UNAUTHENTICATED("Sign-in needed", 401),
    FORBIDDEN("Not allowed", 403),
    PASSWORD_CHANGE_REQUIRED("Password change needed", 403),
    NOT_FOUND("Not found", 404),
    METHOD_NOT_ALLOWED("Method not allowed", 405),
    NOT_ACCEPTABLE("Not acceptable", 406),
    CONFLICT("Conflict", 409),
    READ_ONLY("Read-only cluster", 409),
    INSUFFICIENT_CAPACITY("Not enough capacity", 409),
    QUOTA_EXCEEDED("Quota exceeded", 409),
    PRECONDITION_FAILED("Changed meanwhile", 412),
    BODY_TOO_LARGE("Body too large", 413),
    UNSUPPORTED_MEDIA_TYPE("Unsupported media type", 415),
    NOT_SUPPORTED("Not supported", 422),
    PRECONDITION_REQUIRED("If-Match needed", 428),
    TOO_MANY_REQUESTS("Too many requests", 429),
    /** Registered with IANA by the draft of the RateLimit headers, under the name in its URI. */
    RATE_LIMITED("Request cannot be satisfied as assigned quota has been exceeded", 429),
    INTERNAL("Internal error", 500),
    UPSTREAM_FAILED("Upstream failed", 502),
    UNAVAILABLE("Temporarily unavailable", 503),
    TIMEOUT("Timed out", 504);

    private final String title;
    private final int status;

    ProblemType(String title, int status) {
        this.title = title;
        this.status = status;
    }

    public String title() {
        return title;
    }

    public int status() {
        return status;
    }

    /** Name of the page under docs/problems, without its ending. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The {@code type} member: a relative reference, or what a standard says. */
    public String uri() {
        return this == RATE_LIMITED
                ? "https://iana.org/assignments/http-problem-types#quota-exceeded"
                : "/problems/" + slug();
    }
}
