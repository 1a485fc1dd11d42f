package io.atoll.web.grant;

import io.atoll.contracts.problem.Problem;
import io.atoll.web.form.FormState;
import io.atoll.web.form.FormTree;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a grant, and the request that they come to.
 *
 * @param state with errors where the fields do not make sense; then the request is not sent
 */
public record GrantForm(FormState state, Map<String, Object> request) {

    /** Names of the fields that can have an error beside them. */
    public static final Set<String> FIELDS =
            Set.of(
                    "role",
                    "environment",
                    "tag",
                    "cluster",
                    "names.resource",
                    "names.pattern",
                    "expires_at",
                    "elevation_minutes");

    private static final Set<String> SCOPES = Set.of("environment", "tag", "cluster");

    /** On all clusters, until it is said otherwise. */
    public static FormState blank() {
        return FormState.of(Map.of("scope", "all"));
    }

    public static GrantForm read(MultivaluedMap<String, String> form) {
        Map<String, String> values = FormTree.values(form);
        Map<String, String> errors = new HashMap<>();
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("role", text(values, "role"));
        scope(values, request, errors);
        names(values, request, errors);
        ends(values, request, errors);
        minutes(values, request, errors);
        if (text(values, "role").isEmpty()) {
            errors.put("role", "is needed");
        }
        return new GrantForm(new FormState(values, errors, List.of()), request);
    }

    public FormState refused(Problem problem) {
        return state.refused(problem, FIELDS);
    }

    /** True where the fields of a grant are there but were left alone. */
    public static boolean isBlank(MultivaluedMap<String, String> form) {
        return text(FormTree.values(form), "role").isEmpty();
    }

    private static void scope(
            Map<String, String> values, Map<String, Object> request, Map<String, String> errors) {
        String scope = text(values, "scope");
        if (SCOPES.contains(scope)) {
            String value = text(values, scope);
            request.put(scope, value);
            if (value.isEmpty()) {
                errors.put(scope, "is needed: without it the grant would reach all clusters");
            }
        } else if (!scope.equals("all")) {
            errors.put("scope", "choose where");
        }
    }

    private static void names(
            Map<String, String> values, Map<String, Object> request, Map<String, String> errors) {
        String resource = text(values, "names.resource");
        String pattern = text(values, "names.pattern");
        if (!resource.isEmpty() || !pattern.isEmpty()) {
            request.put("names", Map.of("resource", resource, "pattern", pattern));
        }
        if (resource.isEmpty() && !pattern.isEmpty()) {
            errors.put("names.resource", "choose what has these names");
        }
        if (pattern.isEmpty() && !resource.isEmpty()) {
            errors.put("names.pattern", "is needed; * stands for any characters");
        }
    }

    private static void ends(
            Map<String, String> values, Map<String, Object> request, Map<String, String> errors) {
        String ends = text(values, "expires_at");
        if (ends.isEmpty()) {
            return;
        }
        try {
            request.put(
                    "expires_at", LocalDateTime.parse(ends).toInstant(ZoneOffset.UTC).toString());
        } catch (DateTimeParseException e) {
            errors.put("expires_at", "is no date with a time");
        }
    }

    private static void minutes(
            Map<String, String> values, Map<String, Object> request, Map<String, String> errors) {
        String minutes = text(values, "elevation_minutes");
        if (minutes.matches("\\d{1,6}")) {
            request.put("elevation_minutes", Integer.valueOf(minutes));
        } else if (!minutes.isEmpty()) {
            errors.put("elevation_minutes", "is a whole number of minutes");
        }
    }

    private static String text(Map<String, String> values, String field) {
        return values.getOrDefault(field, "").strip();
    }
}
