package io.atoll.web.limit;

import io.atoll.contracts.limit.LimitView;
import io.atoll.contracts.problem.Problem;
import io.atoll.web.form.FormState;
import io.atoll.web.form.FormTree;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Between a limit and the form that sets it. */
final class LimitForm {
    private static final Set<String> FIELDS = Set.of("quota", "window_seconds");
    private static final Set<String> OVERRIDE_FIELDS =
            Set.of("kind", "subject", "quota", "window_seconds");

    static FormState of(LimitView view) {
        Integer window = view.windowSeconds();
        return FormState.of(
                Map.of(
                        "quota", String.valueOf(view.quota()),
                        "window_seconds", window == null ? "" : window.toString(),
                        "_version", String.valueOf(view.version())));
    }

    /** For a user or key that has none yet. */
    static FormState blank(LimitView view) {
        var values = new HashMap<>(of(view).values());
        values.put("kind", "user");
        values.put("_version", "0");
        return FormState.of(values);
    }

    static FormState refused(MultivaluedMap<String, String> form, Problem problem) {
        Set<String> fields = form.containsKey("subject") ? OVERRIDE_FIELDS : FIELDS;
        return FormState.of(FormTree.values(form)).refused(problem, fields);
    }

    static long version(MultivaluedMap<String, String> form) {
        String value = form.getFirst("_version");
        return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    static String text(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /** The two fields of a LimitRequest; what is no number the API names with its field. */
    static Map<String, Object> request(MultivaluedMap<String, String> form) {
        var request = new HashMap<String, Object>();
        for (String field : FIELDS) {
            String value = text(form, field);
            if (!value.isEmpty()) {
                request.put(
                        field, value.matches("\\d{1,9}") ? (Object) Integer.valueOf(value) : value);
            }
        }
        return request;
    }

    private LimitForm() {}
}
