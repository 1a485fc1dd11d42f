package io.atoll.gateway.legacy;

import io.atoll.gateway.access.Identity;
import io.atoll.gateway.access.Visitor;
import io.atoll.kit.problem.Trace;
import io.atoll.kit.problem.Unauthenticated;
import io.vertx.ext.web.RoutingContext;

/** One request to these routes: who makes it, and its trace. */
public record Visit(Identity identity, Trace trace) {

    public static Visit of(RoutingContext ctx) {
        return new Visit(
                Visitor.identity(ctx).orElseThrow(Unauthenticated::new),
                Trace.current().orElseGet(Trace::fresh));
    }

    /** What the answers of these routes call {@code request_id}. */
    String requestId() {
        return trace.id();
    }
}
