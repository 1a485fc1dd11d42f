package io.atoll.gateway.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.atoll.contracts.problem.Problem;
import io.atoll.contracts.problem.ProblemType;
import io.atoll.kit.refusal.AtollException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a service refused, said again by the route that asked it. */
final class ServiceRefusal extends AtollException {
    private static final Set<String> OWN =
            Set.of("type", "title", "status", "detail", "instance", "trace_id", "errors");

    private final boolean hides;

    private ServiceRefusal(
            ProblemType type,
            String detail,
            List<Problem.FieldError> errors,
            Map<String, Object> members,
            boolean hides) {
        super(type, detail, errors, members);
        this.hides = hides;
    }

    /**
     * @param problem the answer of the service; one that is no problem is a fault of the service
     * @param hides see {@link Reply#hides}
     */
    static ServiceRefusal of(String service, JsonNode problem, boolean hides) {
        var type =
                Arrays.stream(ProblemType.values())
                        .filter(t -> t.uri().equals(problem.path("type").asText()))
                        .findFirst()
                        .orElse(ProblemType.UPSTREAM_FAILED);
        var detail = problem.path("detail").asText(service + " answered what nobody expected.");
        return new ServiceRefusal(type, detail, errors(problem), members(problem), hides);
    }

    @Override
    public boolean hides() {
        return hides;
    }

    private static List<Problem.FieldError> errors(JsonNode problem) {
        return problem.path("errors")
                .valueStream()
                .map(
                        e ->
                                new Problem.FieldError(
                                        e.path("pointer").asText(), e.path("detail").asText()))
                .toList();
    }

    private static Map<String, Object> members(JsonNode problem) {
        return problem.propertyStream()
                .filter(member -> !OWN.contains(member.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
