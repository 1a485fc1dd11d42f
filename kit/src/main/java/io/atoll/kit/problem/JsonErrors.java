package io.atoll.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.atoll.contracts.problem.Problem.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in plain words, with the field's name, why a JSON body could not be read. */
final class JsonErrors {

    private static final String NOT_ALLOWED = "has a value that is not allowed";

    static FieldError of(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    new FieldError(pointer(unknown), unknown(unknown));
            case InvalidTypeIdException kind ->
                    new FieldError(pointer(kind), "'" + kind.getTypeId() + "' is not known here");
            case MismatchedInputException mismatch ->
                    new FieldError(pointer(mismatch), wanted(mismatch.getTargetType()));
            case ValueInstantiationException refused ->
                    new FieldError(pointer(refused), refused(refused));
            case StreamConstraintsException _ ->
                    new FieldError("", "is nested too deeply, or a part of it is too long");
            case JsonMappingException mapping -> new FieldError(pointer(mapping), NOT_ALLOWED);
            default -> new FieldError("", "is not JSON" + place(e));
        };
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(at -> at.getFieldName() == null ? "" + at.getIndex() : at.getFieldName())
                .map(token -> "/" + WireName.escape(token))
                .collect(Collectors.joining());
    }

    private static String unknown(UnrecognizedPropertyException e) {
        var known = e.getKnownPropertyIds().stream().map(String::valueOf).toList();
        var near = NearNames.of(e.getPropertyName(), known);
        return near.isEmpty()
                ? "is not a known field"
                : "is not a known field; did you mean " + String.join(" or ", near) + "?";
    }

    private static String oneOf(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(WireName::constant)
                .collect(Collectors.joining(", ", "must be one of ", ""));
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "has the wrong type";
        } else if (type.isEnum()) {
            return oneOf(type);
        } else if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "must be a number";
        } else if (CharSequence.class.isAssignableFrom(type)) {
            return "must be a text";
        } else if (List.class.isAssignableFrom(type) || type.isArray()) {
            return "must be a list";
        } else if (type.isRecord() || type.isInterface() || Map.class.isAssignableFrom(type)) {
            return "must be an object";
        }
        return "must be a valid " + type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The checks in our own constructors speak to the caller; other messages may not. */
    private static String refused(ValueInstantiationException e) {
        var cause = e.getCause();
        if (e.getType().isEnumType()) {
            return oneOf(e.getType().getRawClass());
        }
        return cause != null
                        && cause.getClass() == IllegalArgumentException.class
                        && cause.getMessage() != null
                ? cause.getMessage()
                : NOT_ALLOWED;
    }

    private static String place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private JsonErrors() {}
}
