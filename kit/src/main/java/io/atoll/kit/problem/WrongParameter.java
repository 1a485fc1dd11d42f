package io.atoll.kit.problem;

import io.atoll.contracts.problem.Problem;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.problem.ProblemType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/**
 * A parameter whose text could not be converted. Quarkus REST throws it as a 404 with the
 * converter's failure as the cause and does not say which parameter; the failure has the text in
 * its message.
 */
final class WrongParameter {

    static Problem problem(Throwable conversion, UriInfo uri) {
        var path = uri.getPath();
        var message = String.valueOf(conversion.getMessage());
        if (named(uri.getPathParameters(), message).isPresent()) {
            var detail = HttpDetail.of(ProblemType.NOT_FOUND, path);
            return Problems.of(ProblemType.NOT_FOUND, detail, path);
        }
        return named(uri.getQueryParameters(), message)
                .map(name -> malformed("The parameter " + name, path, List.of(error(name))))
                .orElseGet(() -> malformed("A parameter", path, List.of()));
    }

    private static Optional<String> named(MultivaluedMap<String, String> parameters, String text) {
        return parameters.entrySet().stream()
                .filter(p -> p.getValue().stream().anyMatch(v -> !v.isEmpty() && text.contains(v)))
                .map(p -> p.getKey())
                .findFirst();
    }

    private static FieldError error(String name) {
        return new FieldError("?" + name, "has the wrong form");
    }

    private static Problem malformed(String what, String path, List<FieldError> errors) {
        var detail = what + " has a value of the wrong form.";
        return Problems.of(ProblemType.MALFORMED_REQUEST, detail, path, errors);
    }

    private WrongParameter() {}
}
