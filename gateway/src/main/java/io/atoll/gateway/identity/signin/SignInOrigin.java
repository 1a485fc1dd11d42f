package io.atoll.gateway.identity.signin;

import io.atoll.gateway.identity.access.Visitor;
import io.atoll.gateway.identity.session.Origin;
import io.vertx.ext.web.RoutingContext;

/** Where a request to sign in comes from. */
public final class SignInOrigin {

    public static Origin of(RoutingContext ctx) {
        return new Origin(Visitor.address(ctx), Visitor.userAgent(ctx));
    }

    private SignInOrigin() {}
}
