package io.atoll.contracts.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Gives a role on all clusters, or on those that match. At most one of the three limits is set;
 * none of them means all clusters.
 *
 * @param environment only clusters of this environment
 * @param tag only clusters with this tag, written {@code key=value}
 * @param cluster only the cluster of this id
 */
public record Grant(
        @NotNull Role role,
        @Nullable @Size(max = 63) String environment,
        @Nullable @Size(max = 200) String tag,
        @Nullable @Size(max = 63) String cluster) {

    public static Grant everywhere(Role role) {
        return new Grant(role, null, null, null);
    }

    /** True where this grant reaches every cluster, those to come included. */
    @JsonIgnore
    public boolean isEverywhere() {
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
}
