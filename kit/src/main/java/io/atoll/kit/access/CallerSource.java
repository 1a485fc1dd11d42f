package io.atoll.kit.access;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Proves who calls. A service with its own proof (the gateway) has its own bean of this. */
public interface CallerSource {

    /** Fails with {@link io.atoll.kit.refusal.Unauthenticated} where there is no proof. */
    Uni<Caller> identify(RoutingContext request);
}
