package io.atoll.gateway.event;

import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.gateway.identity.proof.Authenticator;
import io.atoll.kit.refusal.Unauthenticated;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * GET /api/v1/events as a stream. Written straight to the response, because thousands of them are
 * open for hours. {@link EventResource} answers the same path where no stream is asked for.
 */
@ApplicationScoped
class EventStreams {
    private final EventLog log;
    private final EventConfig config;
    private final Authenticator authenticator;
    private final Clock clock;
    private final StreamCounts counts;
    private final Vertx vertx;
    private final Map<Context, StreamGroup> groups = new ConcurrentHashMap<>();

    EventStreams(
            EventLog log,
            EventConfig config,
            Authenticator authenticator,
            Clock clock,
            StreamCounts counts,
            Vertx vertx) {
        this.log = log;
        this.config = config;
        this.authenticator = authenticator;
        this.clock = clock;
        this.counts = counts;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        router.get("/api/v1/events").order(-1).handler(this::route);
    }

    void onStart(@Observes StartupEvent event) {
        log.listen(() -> groups.values().forEach(StreamGroup::wake));
        vertx.setPeriodic(
                config.heartbeat().toMillis(), _ -> groups.values().forEach(StreamGroup::beat));
        vertx.setPeriodic(
                config.rightsCheck().toMillis(), _ -> groups.values().forEach(StreamGroup::check));
    }

    void onStop(@Observes ShutdownEvent event) {
        groups.values().forEach(StreamGroup::endAll);
    }

    private void route(RoutingContext ctx) {
        if (Visitor.asksForStream(ctx.request())) {
            open(ctx);
        } else {
            ctx.next();
        }
    }

    private void open(RoutingContext ctx) {
        if (ctx.response().closed()) {
            return; // Nobody would ever tell that it is gone.
        }
        Identity reader = Visitor.identity(ctx).orElseThrow(Unauthenticated::new);
        counts.opening(reader.subject());
        HttpServerResponse out = ctx.response();
        out.setChunked(true);
        out.putHeader("Content-Type", "text/event-stream;charset=utf-8");
        out.putHeader("Cache-Control", "no-store");
        out.putHeader("X-Accel-Buffering", "no");
        var params = ctx.queryParams();
        var filter = EventFilter.of(params.getAll("cluster"), params.getAll("type"), reader);
        var subscriber = new Subscriber(log, out, clock, Visitor.remembered(ctx), filter);
        StreamGroup group = group();
        out.closeHandler(_ -> group.remove(subscriber));
        out.endHandler(_ -> group.remove(subscriber));
        place(subscriber, lastSeen(ctx));
        group.add(subscriber);
    }

    private void place(Subscriber subscriber, Optional<Long> lastSeen) {
        long retry = config.retry().toMillis();
        lastSeen.ifPresentOrElse(id -> subscriber.resume(id, retry), () -> subscriber.begin(retry));
    }

    private StreamGroup group() {
        Context loop = VertxContext.getRootContext(Vertx.currentContext());
        return groups.computeIfAbsent(
                loop, l -> new StreamGroup(l, config, authenticator, clock, counts));
    }

    /** An id that is none of ours is as one that is too old. */
    private static Optional<Long> lastSeen(RoutingContext ctx) {
        String header = ctx.request().getHeader("Last-Event-ID");
        String given = header != null ? header : ctx.queryParams().get("last_event_id");
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        boolean number = given.length() < 19 && given.chars().allMatch(Character::isDigit);
        return Optional.of(number ? Long.parseLong(given) : Long.MIN_VALUE);
    }
}
