package io.atoll.kit.problem;

import io.atoll.contracts.problem.Problem.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names the fields of Bean Validation as they are on the wire. */
final class Violations {

    static List<FieldError> errors(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .map(violation -> new FieldError(pointer(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .toList();
    }

    /** True where the value that broke a rule came out of the resource, not into it. */
    static boolean isOurFault(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .flatMap(violation -> nodes(violation.getPropertyPath()).stream())
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var nodes = nodes(violation.getPropertyPath());
        int parameter = indexOfParameter(nodes);
        var fields = nodes.subList(parameter + 1, nodes.size());
        return fields.isEmpty() && parameter >= 0
                ? "?" + WireName.of(String.valueOf(nodes.get(parameter).getName()))
                : pointer(fields);
    }

    private static String pointer(List<Path.Node> fields) {
        var pointer = new StringBuilder();
        for (var field : fields) {
            if (field.getKey() != null) {
                pointer.append('/').append(WireName.escape(field.getKey().toString()));
            } else if (field.getIndex() != null) {
                pointer.append('/').append(field.getIndex());
            }
            if (field.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(WireName.of(String.valueOf(field.getName())));
            }
        }
        return pointer.toString();
    }

    private static int indexOfParameter(List<Path.Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).getKind() == ElementKind.PARAMETER) {
                return i;
            }
        }
        return -1;
    }

    private static List<Path.Node> nodes(Path path) {
        var nodes = new ArrayList<Path.Node>();
        path.forEach(nodes::add);
        return nodes;
    }

    private Violations() {}
}
