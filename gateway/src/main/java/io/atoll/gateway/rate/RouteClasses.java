package io.atoll.gateway.rate;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.door.route.Route;
import io.atoll.gateway.door.route.RouteAccess;
import java.util.EnumSet;
import java.util.Set;

/** Which limit a route counts against: pure, from its method, access and place. */
public final class RouteClasses {
    private static final String OWN_QUOTA = "/api/v1/limits/me";

    private static final Set<Permission> CONTROL =
            EnumSet.of(Permission.LIMIT_VIEW, Permission.LIMIT_EDIT);
    private static final Set<Permission> MESSAGE =
            EnumSet.of(
                    Permission.MESSAGE_PRODUCE,
                    Permission.MESSAGE_CONSUME,
                    Permission.MESSAGE_CONSUME_MASKED,
                    Permission.MESSAGE_EXPORT);
    private static final Set<Permission> STREAM = EnumSet.of(Permission.EVENT_VIEW);

    /**
     * @param asksForStream the request takes an event stream, which few routes have
     */
    public static LimitClass of(Route route, boolean asksForStream) {
        boolean reads = route.method().equals("GET");
        return switch (route.access()) {
            case RouteAccess.Anyone() -> reads ? LimitClass.ADDRESS : LimitClass.SIGN_IN;
            case RouteAccess.SignedIn() ->
                    route.template().equals(OWN_QUOTA) ? LimitClass.CONTROL : plain(reads);
            case RouteAccess.Needs(var permission) -> of(permission, reads, asksForStream);
        };
    }

    private static LimitClass of(Permission permission, boolean reads, boolean asksForStream) {
        if (CONTROL.contains(permission)) {
            return LimitClass.CONTROL;
        }
        if (MESSAGE.contains(permission)) {
            return LimitClass.MESSAGE;
        }
        return reads && asksForStream && STREAM.contains(permission)
                ? LimitClass.STREAM
                : plain(reads);
    }

    private static LimitClass plain(boolean reads) {
        return reads ? LimitClass.READ : LimitClass.WRITE;
    }

    private RouteClasses() {}
}
