package io.atoll.gateway.door;

import io.atoll.gateway.access.Identity;
import io.atoll.gateway.access.Visitor;
import io.atoll.kit.problem.Trace;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** One line of JSON for each request that may change something. */
final class MutationLog {
    private static final Logger LOG = Logger.getLogger("io.atoll.gateway.mutations");

    static void follow(RoutingContext ctx, String route) {
        if (Visitor.isSafe(ctx.request())) {
            return;
        }
        long start = System.nanoTime();
        String trace = Trace.current().map(Trace::id).orElse("");
        ctx.addEndHandler(_ -> write(ctx, route, trace, System.nanoTime() - start));
    }

    private static void write(RoutingContext ctx, String route, String trace, long nanos) {
        LOG.info(
                new JsonObject()
                        .put("subject", Visitor.identity(ctx).map(Identity::subject).orElse("-"))
                        .put("method", ctx.request().method().name())
                        .put("route", route)
                        .put("path", ctx.request().path())
                        .put("status", ctx.response().getStatusCode())
                        .put("ms", TimeUnit.NANOSECONDS.toMillis(nanos))
                        .put("trace", trace)
                        .encode());
    }

    private MutationLog() {}
}
