package io.atoll.web.client;

import io.atoll.contracts.problem.Problem;
import io.atoll.contracts.problem.ProblemType;
import java.util.List;
import java.util.Map;

/** A call of the API that was refused or failed; carries what the API said about it. */
public final class ApiFailure extends RuntimeException {

    private final transient Problem problem;

    public ApiFailure(Problem problem) {
        super(problem.title() + ": " + problem.detail());
        this.problem = problem;
    }

    /** A failure that the gateway did not word itself. */
    public static ApiFailure of(ProblemType type, String detail) {
        return new ApiFailure(
                new Problem(
                        type.uri(),
                        type.title(),
                        type.status(),
                        detail,
                        null,
                        null,
                        List.of(),
                        Map.of()));
    }

    static ApiFailure late() {
        return of(ProblemType.TIMEOUT, "No answer came in time.");
    }

    public Problem problem() {
        return problem;
    }

    public int status() {
        return problem.status();
    }

    /** The most useful sentence for a person. */
    public String words() {
        String detail = problem.detail();
        if (detail != null && !detail.isBlank()) {
            return detail;
        }
        return problem.errors().isEmpty()
                ? problem.title() + "."
                : problem.errors().getFirst().pointer()
                        + " "
                        + problem.errors().getFirst().detail();
    }
}
