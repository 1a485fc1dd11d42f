package io.atoll.gateway.door;

import io.atoll.gateway.door.proxy.Proxy;
import io.atoll.gateway.door.proxy.Upstream;
import io.atoll.gateway.door.proxy.Upstreams;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.gateway.legacy.LegacyHealth;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * GET /health: which services are ready and how long they took to say so. Open, so it tells nothing
 * more. Asked of the services at most once a second, however often it is asked here.
 *
 * <p>Who sends a token is answered as by the Local Kafka Manager, with the services besides: status
 * 200 whatever it says, and how the default cluster is.
 */
@ApplicationScoped
class HealthSummary {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Proxy proxy;
    private final LegacyHealth legacy;
    private final Uni<JsonObject> summary;
    private volatile Instant asked = Instant.MIN;

    HealthSummary(Proxy proxy, Upstreams upstreams, LegacyHealth legacy, Clock clock) {
        this.proxy = proxy;
        this.legacy = legacy;
        this.summary =
                Uni.join()
                        .all(upstreams.all().stream().map(this::ask).toList())
                        .andCollectFailures()
                        .map(HealthSummary::summary)
                        .invoke(_ -> asked = clock.instant())
                        .memoize()
                        .until(() -> asked.plus(FRESH).isBefore(clock.instant()));
    }

    void register(@Observes Router router) {
        router.get("/health").order(-1).handler(this::answer);
    }

    private void answer(RoutingContext ctx) {
        if (Visitor.identity(ctx).isEmpty()) {
            summary.subscribe().with(body -> end(ctx, isUp(body) ? 200 : 503, body), ctx::fail);
            return;
        }
        Uni.combine()
                .all()
                .unis(legacy.of(ctx), summary)
                .with((body, all) -> body.put("services", all.getValue("services")))
                .subscribe()
                .with(body -> end(ctx, 200, body), ctx::fail);
    }

    private static void end(RoutingContext ctx, int status, JsonObject body) {
        ctx.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(body.toBuffer());
    }

    private Uni<JsonObject> ask(Upstream upstream) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            long start = System.nanoTime();
                            return proxy.isReady(upstream, PATIENCE)
                                    .map(up -> line(upstream, up, System.nanoTime() - start));
                        });
    }

    private static JsonObject line(Upstream upstream, boolean up, long nanos) {
        return new JsonObject()
                .put("name", upstream.name())
                .put("status", up ? "UP" : "DOWN")
                .put("ms", TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private static JsonObject summary(List<JsonObject> lines) {
        boolean up = lines.stream().allMatch(HealthSummary::isUp);
        return new JsonObject()
                .put("status", up ? "UP" : "DOWN")
                .put("services", new JsonArray(lines));
    }

    private static boolean isUp(JsonObject line) {
        return "UP".equals(line.getString("status"));
    }
}
