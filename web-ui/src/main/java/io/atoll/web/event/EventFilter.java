package io.atoll.web.event;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * Which events to show.
 *
 * @param severity success, notice, warning or error
 * @param type beginning of a type, for example {@code cluster}
 */
public record EventFilter(
        @QueryParam("cluster") @Nullable String cluster,
        @QueryParam("severity") @Nullable String severity,
        @QueryParam("type") @Nullable String type) {

    boolean shows(EventLook look) {
        return (severity == null || severity.isBlank() || look.severity().equals(severity))
                && (type == null || type.isBlank() || look.event().type().startsWith(type))
                && (cluster == null || cluster.isBlank() || cluster.equals(look.event().cluster()));
    }

    public boolean isSeverity(String wanted) {
        return wanted.equals(severity);
    }

    public boolean isType(String wanted) {
        return wanted.equals(type);
    }

    public boolean isCluster(String wanted) {
        return wanted.equals(cluster);
    }
}
