package io.atoll.web.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.problem.Problem;
import io.atoll.contracts.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a problem answer, of whatever completeness; never fails itself. */
@ApplicationScoped
public class ProblemReader {

    private final ObjectMapper mapper;

    ProblemReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    ApiFailure read(int status, String body) {
        try {
            JsonNode node = mapper.readTree(body);
            if (node != null && node.hasNonNull("title")) {
                return new ApiFailure(problem(status, node));
            }
        } catch (JsonProcessingException e) {
            return worded(status);
        }
        return worded(status);
    }

    private static Problem problem(int status, JsonNode node) {
        return new Problem(
                node.path("type").asText("about:blank"),
                node.path("title").asText(),
                status,
                text(node, "detail"),
                text(node, "instance"),
                text(node, "trace_id"),
                errors(node.path("errors")),
                near(node.path("near")));
    }

    private static List<Problem.FieldError> errors(JsonNode array) {
        List<Problem.FieldError> errors = new ArrayList<>();
        array.forEach(
                e ->
                        errors.add(
                                new Problem.FieldError(
                                        e.path("pointer").asText(), e.path("detail").asText())));
        return errors;
    }

    private static Map<String, Object> near(JsonNode array) {
        List<String> names = new ArrayList<>();
        array.forEach(n -> names.add(n.asText()));
        return names.isEmpty() ? Map.of() : Map.of("near", names);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private static ApiFailure worded(int status) {
        for (ProblemType type : ProblemType.values()) {
            if (type.status() == status) {
                return ApiFailure.of(type, type.title() + ".");
            }
        }
        return ApiFailure.of(
                ProblemType.UPSTREAM_FAILED, "The gateway answered with status " + status + ".");
    }
}
