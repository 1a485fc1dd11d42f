package io.atoll.gateway.door;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.door.route.Route;
import io.atoll.gateway.door.route.RouteAccess;
import io.atoll.gateway.door.route.RouteTable;
import io.atoll.gateway.door.route.Service;
import io.atoll.gateway.door.rule.BodyBounds;
import io.atoll.gateway.door.rule.DryRuns;
import io.atoll.gateway.door.rule.KeyPlaces;
import io.atoll.gateway.door.rule.PasswordDue;
import io.atoll.gateway.identity.access.GatewayConfig;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.gateway.rate.RouteClasses;
import io.atoll.kit.refusal.Forbidden;
import io.atoll.kit.refusal.Unauthenticated;
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

    /** Paths that begin like a route; all others are pages. */
    boolean takes(String path) {
        return path.equals("/api") || path.startsWith("/api/") || routes.knows(path);
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
        LimitClass limitClass = RouteClasses.of(route, Visitor.asksForStream(ctx.request()));
        if (route.access() instanceof RouteAccess.Anyone) {
            guard.counted(ctx, limitClass, _ -> open(ctx, route));
        } else {
            guard.identify(ctx, found -> closed(ctx, route, limitClass, found));
        }
    }

    /** The forms of a browser change what it is signed in as: from our own pages only. */
    private void open(RoutingContext ctx, Route route) {
        DryRuns.requireKnown(ctx, route);
        if (route.template().startsWith("/session") && !Visitor.isSafe(ctx.request())) {
            Visitor.requireSameOrigin(ctx.request());
        }
        BodyBounds.require(ctx.request(), route);
        onward.toRoute(ctx, route, Optional.empty());
    }

    private void closed(
            RoutingContext ctx, Route route, LimitClass limitClass, Optional<Identity> found) {
        Identity identity = found.orElseThrow(Unauthenticated::new);
        guard.counted(ctx, identity, limitClass, () -> permitted(ctx, route, identity));
    }

    private void permitted(RoutingContext ctx, Route route, Identity identity) {
        PasswordDue.requireNone(identity, route, Visitor.path(ctx.request()));
        DryRuns.requireKnown(ctx, route);
        KeyPlaces.requireAllowed(identity, route);
        if (route.access() instanceof RouteAccess.Needs(var permission)
                && !identity.mayAnywhere(permission)) {
            throw new Forbidden("You may not do this: it needs " + permission + ".");
        }
        boolean own = route.service() == Service.GATEWAY;
        if (!own) {
            ctx.addHeadersEndHandler(_ -> watchStream(ctx, identity));
        }
        long held = own ? BodyBounds.require(ctx.request(), route) : 0;
        witness.before(ctx, () -> on(ctx, route, identity, held));
    }

    private void on(RoutingContext ctx, Route route, Identity identity, long held) {
        guard.hold(ctx, identity, held);
        onward.toRoute(ctx, route, Optional.of(identity));
    }

    private void watchStream(RoutingContext ctx, Identity identity) {
        if (Visitor.isStream(ctx.response())) {
            guard.watch(ctx, identity);
        }
    }
}
