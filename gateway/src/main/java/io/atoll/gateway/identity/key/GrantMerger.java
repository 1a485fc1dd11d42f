package io.atoll.gateway.identity.key;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.NamePattern;
import io.atoll.contracts.access.Permission;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one grant of several with the same limits: under a key their roles say nothing more. */
final class GrantMerger {
    private static final String ROLE = "key";

    private record Limits(
            @Nullable String environment,
            @Nullable String tag,
            @Nullable String cluster,
            @Nullable NamePattern names) {}

    static List<Grant> merge(List<Grant> grants) {
        var merged = new LinkedHashMap<Limits, Set<Permission>>();
        for (Grant grant : grants) {
            merged.computeIfAbsent(limits(grant), _ -> EnumSet.noneOf(Permission.class))
                    .addAll(grant.permissions());
        }
        return merged.entrySet().stream().map(e -> grant(e.getKey(), e.getValue())).toList();
    }

    private static Limits limits(Grant grant) {
        return new Limits(grant.environment(), grant.tag(), grant.cluster(), grant.names());
    }

    private static Grant grant(Limits limits, Set<Permission> permissions) {
        return new Grant(
                ROLE,
                permissions,
                limits.environment(),
                limits.tag(),
                limits.cluster(),
                limits.names());
    }

    private GrantMerger() {}
}
