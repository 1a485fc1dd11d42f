package io.atoll.kit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Gives every HTTP request a trace, before anything else sees it, and every answer its id. */
@ApplicationScoped
class TraceFilter {

    private static final int BEFORE_ALL = 1_000;

    void register(@Observes Filters filters) {
        filters.register(TraceFilter::trace, BEFORE_ALL);
    }

    private static void trace(RoutingContext request) {
        var trace = Trace.of(request.request().getHeader(Trace.HEADER)).enter();
        request.response().putHeader(Trace.ANSWER_HEADER, trace.id());
        request.next();
    }
}
