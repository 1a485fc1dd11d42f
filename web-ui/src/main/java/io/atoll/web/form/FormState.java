package io.atoll.web.form;

import io.atoll.contracts.problem.Problem;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a form shows: values by field, errors beside their fields, and what is wrong with none of
 * them.
 */
@TemplateData
public record FormState(
        Map<String, String> values, Map<String, String> errors, List<String> others) {

    public FormState {
        values = Map.copyOf(values);
        errors = Map.copyOf(errors);
        others = List.copyOf(others);
    }

    public static FormState of(Map<String, String> values) {
        return new FormState(values, Map.of(), List.of());
    }

    /**
     * @param fields names of the fields there are; an error deeper than a field belongs to it
     */
    public FormState refused(Problem problem, Set<String> fields) {
        Map<String, String> beside = new LinkedHashMap<>();
        List<String> apart = new ArrayList<>();
        for (Problem.FieldError error : problem.errors()) {
            String field = error.pointer().replaceFirst("^[/?]", "").replace('/', '.');
            String owner = owner(field, fields);
            if (owner == null) {
                apart.add(field + " " + error.detail());
            } else {
                String key = field.equals(owner) ? "" : field.substring(owner.length() + 1) + ": ";
                beside.merge(owner, key + error.detail(), (a, b) -> a + "; " + b);
            }
        }
        if (problem.errors().isEmpty()) {
            apart.add(problem.detail() == null ? problem.title() : problem.detail());
        }
        return new FormState(values, beside, apart);
    }

    /** The same with one more error. */
    public FormState wrong(String field, String words) {
        Map<String, String> more = new HashMap<>(errors);
        more.put(field, words);
        return new FormState(values, more, others);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public boolean is(String field, String value) {
        return value(field).equals(value);
    }

    public boolean hasErrors() {
        return !errors.isEmpty() || !others.isEmpty();
    }

    private static @Nullable String owner(String field, Set<String> fields) {
        String candidate = field;
        while (!fields.contains(candidate)) {
            int dot = candidate.lastIndexOf('.');
            if (dot < 0) {
                return null;
            }
            candidate = candidate.substring(0, dot);
        }
        return candidate;
    }
}
