package io.atoll.kit.problem;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.kit.refusal.Malformed;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Function;

/** The refusal of what breaks rules of Bean Validation, with fields named as on the wire. */
public final class Violations {

    public static Malformed ofBody(Collection<? extends ConstraintViolation<?>> broken) {
        return refusal(broken, Violations::pointer);
    }

    /** Of a record of query parameters. */
    public static Malformed ofParameters(Collection<? extends ConstraintViolation<?>> broken) {
        return refusal(broken, path -> "?" + pointer(path).substring(1));
    }

    private static Malformed refusal(
            Collection<? extends ConstraintViolation<?>> broken, Function<Path, String> place) {
        return new Malformed(
                broken.stream()
                        .map(
                                rule ->
                                        new FieldError(
                                                place.apply(rule.getPropertyPath()),
                                                rule.getMessage()))
                        .sorted(
                                Comparator.comparing(FieldError::pointer)
                                        .thenComparing(FieldError::detail))
                        .toList());
    }

    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (var field : path) {
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

    private Violations() {}
}
