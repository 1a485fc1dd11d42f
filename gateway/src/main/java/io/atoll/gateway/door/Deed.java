package io.atoll.gateway.door;

import io.atoll.contracts.access.Permission;
import io.atoll.gateway.door.route.Route;
import io.atoll.gateway.door.route.RouteAccess;
import io.atoll.gateway.door.rule.SafePath;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a request is about, for the audit.
 *
 * @param open true for routes that anyone may call: what they change is written with the change
 */
record Deed(
        String action, @Nullable Permission permission, @Nullable String cluster, boolean open) {
    static final Deed PAGE = new Deed("page", null, null, false);
    private static final String CLUSTER = "/api/v1/clusters/{";
    private static final int CLUSTER_SEGMENT = 4;

    static Deed of(Route route, String path) {
        return switch (route.access()) {
            case RouteAccess.Anyone() -> new Deed(route.operation(), null, null, true);
            case RouteAccess.SignedIn() ->
                    new Deed(route.operation(), null, cluster(route, path), false);
            case RouteAccess.Needs(Permission p) ->
                    new Deed(route.operation(), p, cluster(route, path), false);
        };
    }

    private static @Nullable String cluster(Route route, String path) {
        return route.template().startsWith(CLUSTER)
                ? decode(path.split("/", -1)[CLUSTER_SEGMENT])
                : null;
    }

    /** The path is well formed: {@link SafePath} let it through. */
    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
