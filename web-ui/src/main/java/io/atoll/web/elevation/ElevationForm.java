package io.atoll.web.elevation;

import io.atoll.contracts.problem.Problem;
import io.atoll.web.form.FormState;
import io.atoll.web.form.FormTree;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Set;

/**
 * The form that asks for a grant.
 *
 * @param state with an error where the minutes are none; then the request is not sent
 */
record ElevationForm(FormState state) {

    static ElevationForm read(MultivaluedMap<String, String> fields) {
        FormState state = FormState.of(FormTree.values(fields));
        boolean number = state.value("minutes").strip().matches("\\d{1,6}");
        return new ElevationForm(
                number ? state : state.wrong("minutes", "is a whole number of minutes"));
    }

    FormState refused(Problem problem) {
        return state.refused(problem, Set.of("reason", "minutes"));
    }

    Map<String, Object> request() {
        return Map.of(
                "grant", state.value("grant"),
                "reason", state.value("reason").strip(),
                "minutes", Integer.valueOf(state.value("minutes").strip()));
    }
}
