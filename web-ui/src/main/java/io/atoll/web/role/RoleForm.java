package io.atoll.web.role;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.grant.RoleView;
import io.atoll.contracts.problem.Problem;
import io.atoll.web.form.FormState;
import io.atoll.web.form.FormTree;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The form of a role of one's own. */
public record RoleForm(FormState state, Set<Permission> chosen) {

    static final RoleForm BLANK = new RoleForm(FormState.of(Map.of()), Set.of());

    /** With the permissions of this role, under no name yet. */
    static RoleForm like(RoleView role) {
        return new RoleForm(FormState.of(Map.of()), role.permissions());
    }

    static RoleForm of(RoleView role) {
        String words = role.description() == null ? "" : role.description();
        return new RoleForm(FormState.of(Map.of("description", words)), role.permissions());
    }

    static RoleForm read(MultivaluedMap<String, String> fields) {
        List<String> names = fields.getOrDefault("permissions", List.of());
        Set<Permission> chosen = EnumSet.noneOf(Permission.class);
        Arrays.stream(Permission.values())
                .filter(p -> names.contains(p.name()))
                .forEach(chosen::add);
        return new RoleForm(FormState.of(FormTree.values(fields)), chosen);
    }

    RoleForm refused(Problem problem) {
        FormState told = state.refused(problem, Set.of("name", "description", "permissions"));
        return new RoleForm(told, chosen);
    }

    Map<String, Object> request() {
        Map<String, Object> request = new LinkedHashMap<>();
        for (String field : List.of("name", "description")) {
            String value = state.value(field).strip();
            if (!value.isEmpty()) {
                request.put(field, value);
            }
        }
        request.put("permissions", chosen);
        return request;
    }

    public List<PermissionPart> parts() {
        return PermissionPart.all(chosen);
    }
}
