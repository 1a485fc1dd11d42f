package io.atoll.gateway.door.rule;

import io.atoll.gateway.door.proxy.BodyTooLarge;
import io.atoll.gateway.door.route.Route;
import io.atoll.gateway.door.route.RouteAccess;
import io.atoll.gateway.identity.access.Visitor;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Set;

/**
 * How large a body may be that this process reads itself: it is in memory as a whole, so each route
 * takes what it needs. What goes on to a service is passed part by part and not held.
 */
public final class BodyBounds {

    /** Bytes of a body that anybody may send. */
    private static final long OPEN = 64 * 1024;

    private static final long FORM = 256 * 1024;

    /** Also what Quarkus ends a body of HTTP/2 at whose length was not said. */
    private static final long FILE = 2 * 1024 * 1024;

    private static final Set<String> FILES =
            Set.of(
                    "POST /api/v1/access/import",
                    "POST /api/v1/default-cluster/import",
                    "POST /produce");

    /**
     * Throws where the body is larger than the route takes, or does not say how large it is.
     *
     * @return bytes that it may take, 0 for so few that nobody needs to count them
     */
    public static long require(HttpServerRequest request, Route route) {
        if (Visitor.isSafe(request)) {
            return 0;
        }
        boolean open = route.access() instanceof RouteAccess.Anyone;
        long most = open ? OPEN : most(route);
        String length = request.getHeader("Content-Length");
        if (length == null) {
            return unsaid(request, open, most);
        }
        if (!isWithin(length, most)) {
            throw new BodyTooLarge(most);
        }
        long bytes = Long.parseLong(length);
        return bytes > OPEN ? bytes : 0;
    }

    /** On HTTP/2 a body need not be announced at all. */
    private static long unsaid(HttpServerRequest request, boolean open, long most) {
        if (open || request.getHeader("Transfer-Encoding") != null) {
            throw BodyTooLarge.unsaid(most);
        }
        boolean any = !request.method().equals(HttpMethod.DELETE);
        return any && request.version() == HttpVersion.HTTP_2 ? FILE : 0;
    }

    private static long most(Route route) {
        return FILES.contains(route.method() + " " + route.template()) ? FILE : FORM;
    }

    private static boolean isWithin(String length, long most) {
        return length.matches("[0-9]{1,7}") && Long.parseLong(length) <= most;
    }

    private BodyBounds() {}
}
