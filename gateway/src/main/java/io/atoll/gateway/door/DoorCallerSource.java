package io.atoll.gateway.door;

import io.atoll.gateway.identity.access.Visitor;
import io.atoll.kit.access.Caller;
import io.atoll.kit.access.CallerSource;
import io.atoll.kit.problem.Trace;
import io.atoll.kit.refusal.Unauthenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells the own resources whom the door let in. */
@ApplicationScoped
class DoorCallerSource implements CallerSource {

    @Override
    public Uni<Caller> identify(RoutingContext request) {
        String trace = Trace.current().orElseGet(Trace::fresh).id();
        UUID attempt = Visitor.attempt(request).orElse(null);
        return Uni.createFrom()
                .optional(Visitor.identity(request))
                .onItem()
                .ifNull()
                .failWith(Unauthenticated::new)
                .map(i -> new Caller(i.subject(), i.kind(), i.grants(), trace, attempt));
    }
}
