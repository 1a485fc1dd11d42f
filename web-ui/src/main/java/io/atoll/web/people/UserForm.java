package io.atoll.web.people;

import io.atoll.contracts.problem.Problem;
import io.atoll.web.form.FormState;
import io.atoll.web.form.FormTree;
import io.atoll.web.grant.GrantForm;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The form that makes a user, with a grant if one was chosen. What it shows again is without the
 * password.
 */
record UserForm(FormState state, Map<String, Object> request) {

    private static final String FIRST_GRANT = "/grants/0";

    static UserForm read(MultivaluedMap<String, String> fields) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("name", text(fields, "name").strip());
        request.put("password", text(fields, "password"));
        if (GrantForm.isBlank(fields)) {
            return new UserForm(shown(FormState.of(FormTree.values(fields))), request);
        }
        GrantForm grant = GrantForm.read(fields);
        request.put("grants", List.of(grant.request()));
        return new UserForm(shown(grant.state()), request);
    }

    String name() {
        return state.value("name").strip();
    }

    FormState refused(Problem problem) {
        Set<String> fields = new HashSet<>(GrantForm.FIELDS);
        fields.addAll(List.of("name", "password"));
        return state.refused(ofFields(problem), fields);
    }

    /** The fields of the grant stand in the form as they would stand alone. */
    private static Problem ofFields(Problem problem) {
        return new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.instance(),
                problem.traceId(),
                problem.errors().stream().map(UserForm::ofField).toList(),
                problem.members());
    }

    private static Problem.FieldError ofField(Problem.FieldError error) {
        String pointer = error.pointer();
        return pointer.startsWith(FIRST_GRANT)
                ? new Problem.FieldError(pointer.substring(FIRST_GRANT.length()), error.detail())
                : error;
    }

    private static FormState shown(FormState state) {
        Map<String, String> values = new LinkedHashMap<>(state.values());
        values.remove("password");
        return new FormState(values, state.errors(), state.others());
    }

    private static String text(MultivaluedMap<String, String> fields, String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value;
    }

    @Override
    public String toString() {
        return "UserForm[" + state + "]";
    }
}
