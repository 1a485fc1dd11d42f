package io.atoll.gateway.door;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.access.GatewayConfig;
import io.atoll.gateway.access.Identity;
import io.atoll.gateway.access.Visitor;
import io.atoll.gateway.rate.RouteClasses;
import io.atoll.gateway.route.Route;
import io.atoll.gateway.route.RouteAccess;
import io.atoll.gateway.route.RouteTable;
import io.atoll.kit.problem.Forbidden;
import io.atoll.kit.problem.Unauthenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Lets requests to the API through: route, caller, permission, then who answers it. */
@ApplicationScoped
class ApiDoor {
    private final RouteTable routes;
    private final Guard guard;
    private final Onward onward;
    private final Answers answers;
    private final Witness witness;
    private final GatewayConfig config;

    ApiDoor(
            RouteTable routes,
            Guard guard,
            Onward onward,
            Answers answers,
            Witness witness,
            GatewayConfig config) {
        this.witness = witness;
        this.routes = routes;
        this.guard = guard;
        this.onward = onward;
        this.answers = answers;
        this.config = config;
    }

    static boolean takes(String path) {
        return path.startsWith("/api/")
                || path.equals("/api")
                || path.equals("/session")
                || path.startsWith("/session/");
    }

    void enter(RoutingContext ctx, String path) {
        SecurityHeaders.forApi(ctx.response().headers(), config.secureCookies());
        String method = ctx.request().method().name();
        switch (routes.match(method, path)) {
            case RouteTable.NotThere() -> {
                Door.nameInMetrics(ctx, "not-found");
                nowhere(ctx, NoRoute.at(path));
            }
            case RouteTable.WrongMethod(var allowed) -> {
                Door.nameInMetrics(ctx, "wrong-method");
                nowhere(ctx, NoRoute.of(method, allowed));
            }
            case RouteTable.Found(Route route) -> enter(ctx, route);
        }
    }

    private void nowhere(RoutingContext ctx, NoRoute refusal) {
        guard.counted(ctx, LimitClass.ADDRESS, _ -> answers.refuse(ctx, refusal));
    }

    private void enter(RoutingContext ctx, Route route) {
        Door.nameInMetrics(ctx, route.template());
        witness.follow(ctx, Deed.of(route, Visitor.path(ctx.request())));
        String accept = ctx.request().getHeader("Accept");
        boolean streams = accept != null && accept.contains("text/event-stream");
        LimitClass limitClass = RouteClasses.of(route, streams);
        if (route.access() instanceof RouteAccess.Anyone) {
            guard.counted(ctx, limitClass, _ -> open(ctx, route));
        } else {
            guard.identify(ctx, found -> closed(ctx, route, limitClass, found));
        }
    }

    /** The forms of a browser change what it is signed in as: from our own pages only. */
    private void open(RoutingContext ctx, Route route) {
        if (route.template().startsWith("/session")) {
            Visitor.requireSameOrigin(ctx.request());
        }
        onward.toRoute(ctx, route, Optional.empty());
    }

    private void closed(
            RoutingContext ctx, Route route, LimitClass limitClass, Optional<Identity> found) {
        Identity identity = found.orElseThrow(Unauthenticated::new);
        guard.counted(ctx, identity, limitClass, () -> permitted(ctx, route, identity));
    }

    private void permitted(RoutingContext ctx, Route route, Identity identity) {
        if (route.access() instanceof RouteAccess.Needs(var permission)
                && !identity.mayAnywhere(permission)) {
            throw new Forbidden("You may not do this: it needs " + permission + ".");
        }
        witness.before(ctx, () -> onward.toRoute(ctx, route, Optional.of(identity)));
    }
}
