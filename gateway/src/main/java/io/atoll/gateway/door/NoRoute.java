package io.atoll.gateway.door;

import io.atoll.contracts.problem.ProblemType;
import io.atoll.kit.refusal.AtollException;
import java.util.List;
import java.util.Map;

/** The path is in no route (404), or it is with other methods (405). */
final class NoRoute extends AtollException {

    private NoRoute(ProblemType type, String detail, Map<String, Object> members) {
        super(type, detail, List.of(), members);
    }

    static NoRoute at(String path) {
        return new NoRoute(
                ProblemType.NOT_FOUND, "There is no route " + path + ". See /openapi.", Map.of());
    }

    static NoRoute of(String method, Iterable<String> allowed) {
        String others = String.join(", ", allowed);
        return new NoRoute(
                ProblemType.METHOD_NOT_ALLOWED,
                "This path does not take " + method + ", only " + others + ".",
                Map.of("allowed", others));
    }
}
