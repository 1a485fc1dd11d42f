package io.atoll.web.rights;

import io.atoll.contracts.access.Permission;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param cluster id, blank: on any
 * @param resource name of a topic, group or queue of the cluster, blank: of any name
 * @param permission blank: all that the user has
 * @param missing true: what the user does not have, too
 */
public record RightsQuestion(
        @QueryParam("user") @Nullable String user,
        @QueryParam("cluster") @Nullable String cluster,
        @QueryParam("resource") @Nullable String resource,
        @QueryParam("permission") @Nullable String permission,
        @QueryParam("missing") @Nullable String missing) {

    /** The user's name, empty where nobody was named. */
    public String who() {
        return text(user);
    }

    public String what() {
        return text(resource);
    }

    public boolean isCluster(String id) {
        return id.equals(cluster);
    }

    public boolean isPermission(Permission wanted) {
        return wanted.name().equals(permission);
    }

    public boolean showsMissing() {
        return "true".equals(missing);
    }

    Optional<Permission> asked() {
        return Arrays.stream(Permission.values()).filter(this::isPermission).findFirst();
    }

    @Nullable String clusterOrNone() {
        return text(cluster).isEmpty() ? null : text(cluster);
    }

    @Nullable String resourceOrNone() {
        return what().isEmpty() ? null : what();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
