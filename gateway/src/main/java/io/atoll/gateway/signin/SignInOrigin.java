package io.atoll.gateway.signin;

import io.atoll.gateway.access.Visitor;
import io.atoll.gateway.session.Origin;
import io.vertx.ext.web.RoutingContext;

/** Where a request to sign in comes from. */
public final class SignInOrigin {

    public static Origin of(RoutingContext ctx) {
        return new Origin(Visitor.address(ctx), Visitor.userAgent(ctx));
    }

    private SignInOrigin() {}
}
