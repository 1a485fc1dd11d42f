package io.atoll.web.external;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.problem.Problem;
import io.atoll.web.form.FormState;
import io.atoll.web.form.FormTree;
import io.atoll.web.form.Settings;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Between the fields about an external cluster itself and the JSON of the API. Pure. */
final class DetailsForm {

    private static final String GENERATION = "_generation";
    private static final String TAGS = "tags";
    private static final List<String> TEXTS = List.of("name", "environment", "description");
    private static final Set<String> FIELDS = Set.of("name", "environment", "description", TAGS);

    /** As the cluster is. */
    static FormState of(ClusterView cluster) {
        return FormState.of(
                Map.of(
                        "name",
                        cluster.name(),
                        "environment",
                        cluster.environment(),
                        "description",
                        Objects.requireNonNullElse(cluster.description(), ""),
                        TAGS,
                        Settings.lines(cluster.tags()),
                        GENERATION,
                        String.valueOf(cluster.generation())));
    }

    static FormState refused(MultivaluedMap<String, String> form, Problem problem) {
        return FormState.of(FormTree.values(form)).refused(problem, FIELDS);
    }

    static Map<String, Object> request(MultivaluedMap<String, String> form) {
        Map<String, Object> request = new LinkedHashMap<>();
        TEXTS.forEach(field -> request.put(field, value(form, field)));
        request.put(TAGS, FormTree.pairs(value(form, TAGS)));
        return request;
    }

    /** That the form was opened with; 0, which no cluster has, where it says none. */
    static long generation(MultivaluedMap<String, String> form) {
        String value = value(form, GENERATION);
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    private static String value(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }

    private DetailsForm() {}
}
