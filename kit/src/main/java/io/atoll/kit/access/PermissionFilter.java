package io.atoll.kit.access;

import io.atoll.contracts.access.Permission;
import io.atoll.kit.refusal.Forbidden;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets a request reach its resource method only as that method declares. */
public class PermissionFilter {

    private final CallerSource source;
    private final CallerContext context;
    private final ConcurrentMap<Method, RouteAccess> routes = new ConcurrentHashMap<>();

    PermissionFilter(CallerSource source, CallerContext context) {
        this.source = source;
        this.context = context;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public @Nullable Uni<Response> check(ResourceInfo resource, RoutingContext request) {
        return switch (routes.computeIfAbsent(resource.getResourceMethod(), RouteAccess::of)) {
            case RouteAccess.Open _ -> null;
            case RouteAccess.SignedIn _ -> enter(request).replaceWith((Response) null);
            case RouteAccess.Needs needs ->
                    enter(request)
                            .invoke(caller -> require(caller, needs.permission()))
                            .replaceWith((Response) null);
            case RouteAccess.Undeclared _ ->
                    throw new Forbidden("This route does not say who may use it.");
        };
    }

    private Uni<Caller> enter(RoutingContext request) {
        return source.identify(request).invoke(context::enter);
    }

    private static void require(Caller caller, Permission permission) {
        if (!caller.mayAnywhere(permission)) {
            throw new Forbidden("You may not do this: it needs " + permission + ".");
        }
    }
}
