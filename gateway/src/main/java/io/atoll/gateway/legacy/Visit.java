package io.atoll.gateway.legacy;

import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.kit.problem.Trace;
import io.atoll.kit.refusal.Unauthenticated;
import io.atoll.kit.refusal.Unsupported;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;

/** One request to these routes: who makes it, its trace, and its entry in the audit. */
public record Visit(Identity identity, Trace trace, Optional<UUID> attempt) {

    public static Visit of(RoutingContext ctx) {
        return new Visit(
                Visitor.identity(ctx).orElseThrow(Unauthenticated::new),
                Trace.current().orElseGet(Trace::fresh),
                Visitor.attempt(ctx));
    }

    /** For what changes something: who asks for a dry run must not get the real thing. */
    static Visit toChange(RoutingContext ctx) {
        if (Boolean.parseBoolean(ctx.request().getParam("dry_run"))) {
            throw new Unsupported(
                    "This route of the Local Kafka Manager has no dry run. The one of today under"
                            + " /api/v1/clusters/{id} has.");
        }
        return of(ctx);
    }

    /** What the answers of these routes call {@code request_id}. */
    String requestId() {
        return trace.id();
    }
}
