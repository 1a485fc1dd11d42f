package io.atoll.gateway.door;

import io.atoll.gateway.proxy.Proxy;
import io.atoll.gateway.proxy.Upstream;
import io.atoll.gateway.proxy.Upstreams;
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
 */
@ApplicationScoped
class HealthSummary {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Proxy proxy;
    private final Uni<JsonObject> summary;
    private volatile Instant asked = Instant.MIN;

    HealthSummary(Proxy proxy, Upstreams upstreams, Clock clock) {
        this.proxy = proxy;
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
        summary.subscribe()
                .with(
                        body ->
                                ctx.response()
                                        .setStatusCode(isUp(body) ? 200 : 503)
                                        .putHeader("Content-Type", "application/json")
                                        .putHeader("Cache-Control", "no-store")
                                        .end(body.toBuffer()),
                        ctx::fail);
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
