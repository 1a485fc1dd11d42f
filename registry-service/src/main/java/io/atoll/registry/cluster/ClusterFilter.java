package io.atoll.registry.cluster;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.status.Phase;
import io.atoll.kit.access.Caller;
import io.atoll.kit.refusal.Malformed;
import io.atoll.registry.spec.TextRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which clusters a list shows, as a condition in SQL with its parameters: first what the caller may
 * see, then what it asks for. Values only ever become parameters.
 */
record ClusterFilter(String condition, Map<String, Object> parameters) {

    /** The query parameters of the list, as given. */
    record Wanted(
            @Nullable String status,
            @Nullable String environment,
            List<String> tags,
            @Nullable String kind,
            @Nullable String q) {

        Wanted {
            status = blankToNull(status);
            environment = blankToNull(environment);
            tags = List.copyOf(tags);
            kind = blankToNull(kind);
            q = blankToNull(q);
        }

        private static @Nullable String blankToNull(@Nullable String given) {
            return given == null || given.isBlank() ? null : given;
        }
    }

    /** Everything that the caller may see. */
    static ClusterFilter visibleTo(Caller caller) {
        Builder builder = new Builder();
        builder.visibleTo(caller);
        return builder.build();
    }

    static ClusterFilter of(Caller caller, Wanted wanted) {
        Builder builder = new Builder();
        builder.visibleTo(caller);
        builder.wanted(wanted);
        return builder.build();
    }

    private static final class Builder {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new LinkedHashMap<>();
        private final List<FieldError> errors = new ArrayList<>();

        ClusterFilter build() {
            if (!errors.isEmpty()) {
                throw new Malformed(errors);
            }
            return new ClusterFilter(
                    conditions.isEmpty() ? "true" : String.join(" and ", conditions), parameters);
        }

        void visibleTo(Caller caller) {
            List<Grant> grants =
                    caller.grants().stream()
                            .filter(g -> g.permissions().contains(Permission.CLUSTER_VIEW))
                            .toList();
            if (grants.stream().noneMatch(Grant::coversAll)) {
                conditions.add(
                        grants.stream()
                                .map(this::reach)
                                .collect(Collectors.joining(" or ", "(false or ", ")"))
                                .replace("(false or )", "false"));
            }
        }

        private String reach(Grant grant) {
            List<String> limits = new ArrayList<>();
            if (grant.environment() != null) {
                limits.add("c.environment = " + parameter(grant.environment()));
            }
            if (grant.cluster() != null) {
                limits.add("c.id = " + parameter(grant.cluster()));
            }
            if (grant.tag() != null) {
                limits.add(
                        "exists (select 1 from jsonb_each_text(c.tags) t where t.key || '=' || t.value = "
                                + parameter(grant.tag())
                                + ")");
            }
            return limits.stream().collect(Collectors.joining(" and ", "(", ")"));
        }

        void wanted(Wanted wanted) {
            check("?environment", wanted.environment());
            check("?q", wanted.q());
            if (wanted.status() != null) {
                phase(wanted.status());
            }
            if (wanted.kind() != null) {
                kind(wanted.kind());
            }
            if (wanted.environment() != null) {
                conditions.add("c.environment = " + parameter(wanted.environment()));
            }
            wanted.tags().forEach(this::tag);
            if (wanted.q() != null) {
                String p = parameter(like(wanted.q()));
                conditions.add(
                        "(lower(c.name) like %1$s or c.id like %1$s or lower(coalesce(c.description, '')) like %1$s)"
                                .formatted(p));
            }
        }

        private static String like(String part) {
            String literal = part.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
            return "%" + literal + "%";
        }

        private void phase(String given) {
            String upper = given.toUpperCase(Locale.ROOT);
            if (Stream.of(Phase.values()).map(Phase::name).noneMatch(upper::equals)) {
                String known =
                        Stream.of(Phase.values())
                                .map(Phase::name)
                                .collect(Collectors.joining(", "));
                errors.add(new FieldError("?status", "must be one of " + known));
            }
            conditions.add("c.phase = " + parameter(upper));
        }

        private void kind(String given) {
            if (Arrays.stream(ClusterKind.values()).noneMatch(k -> k.wire().equals(given))) {
                errors.add(new FieldError("?kind", "must be kafka"));
            }
            conditions.add("c.kind = " + parameter(given));
        }

        private void tag(String given) {
            int colon = given.indexOf(':');
            if (colon < 1) {
                errors.add(new FieldError("?tags", "must be written key:value"));
                return;
            }
            check("?tags", given);
            conditions.add(
                    "c.tags ->> %s = %s"
                            .formatted(
                                    parameter(given.substring(0, colon)),
                                    parameter(given.substring(colon + 1))));
        }

        private void check(String name, @Nullable String given) {
            if (given != null && TextRules.hasHidden(given)) {
                errors.add(
                        new FieldError(name, "must not contain control or invisible characters"));
            }
        }

        private String parameter(Object value) {
            String name = "p" + parameters.size();
            parameters.put(name, value);
            return ":" + name;
        }
    }
}
