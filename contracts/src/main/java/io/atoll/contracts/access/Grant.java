package io.atoll.contracts.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.atoll.contracts.access.Permission.Resource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A grant in effect: the permissions of a role on all clusters, or on those that meet all of its
 * limits. It travels in tokens; for a built-in role its permissions are left out there.
 *
 * @param role built-in or own
 * @param permissions of the role, with what they imply
 * @param environment only clusters of this environment
 * @param tag only clusters with this tag, written {@code key=value}
 * @param cluster only the cluster of this id
 * @param names only topics, groups or queues of these names: of the permissions those about them
 *     are left, and the view of their clusters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Grant(
        String role,
        Set<Permission> permissions,
        @Nullable String environment,
        @Nullable String tag,
        @Nullable String cluster,
        @Nullable NamePattern names) {

    public Grant {
        permissions = Set.copyOf(permissions);
    }

    public Grant(
            Role role,
            @Nullable String environment,
            @Nullable String tag,
            @Nullable String cluster) {
        this(role.wire(), role.permissions(), environment, tag, cluster, null);
    }

    @JsonCreator
    static Grant read(
            @JsonProperty("role") String role,
            @JsonProperty("permissions") @Nullable Set<Permission> permissions,
            @JsonProperty("environment") @Nullable String environment,
            @JsonProperty("tag") @Nullable String tag,
            @JsonProperty("cluster") @Nullable String cluster,
            @JsonProperty("names") @Nullable NamePattern names) {
        var held = permissions == null ? Role.of(role).permissions() : permissions;
        return new Grant(role, held, environment, tag, cluster, names);
    }

    public static Grant everywhere(Role role) {
        return new Grant(role, null, null, null);
    }

    /** Absent where the role says it. */
    @JsonProperty("permissions")
    @Nullable Set<Permission> writtenPermissions() {
        return builtIn().filter(r -> r.permissions().equals(permissions)).isPresent()
                ? null
                : permissions;
    }

    private Optional<Role> builtIn() {
        return Arrays.stream(Role.values()).filter(r -> r.wire().equals(role)).findFirst();
    }

    /** True where this grant reaches every cluster, those to come included, and all in them. */
    @JsonIgnore
    public boolean isEverywhere() {
        return coversAll() && names == null;
    }

    /** True where this grant reaches every cluster, if not all in it. */
    public boolean coversAll() {
        return environment == null && tag == null && cluster == null;
    }

    public boolean covers(ClusterScope scope) {
        if (environment != null && !environment.equals(scope.environment())) {
            return false;
        }
        if (cluster != null && !cluster.equals(scope.id())) {
            return false;
        }
        return tag == null
                || scope.tags().entrySet().stream()
                        .anyMatch(e -> tag.equals(e.getKey() + "=" + e.getValue()));
    }

    /** Some of it at least, whatever the names. */
    boolean gives(Permission permission) {
        return permissions.contains(permission)
                && (names == null
                        || permission == Permission.CLUSTER_VIEW
                        || permission.resource() == names.resource());
    }

    /** All of it, whatever the names. */
    boolean givesWhole(Permission permission) {
        return gives(permission) && (names == null || permission.resource() == Resource.CLUSTER);
    }

    boolean givesFor(Permission permission, String name) {
        return gives(permission)
                && (names == null
                        || permission.resource() != names.resource()
                        || names.matches(name));
    }
}
