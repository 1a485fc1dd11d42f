package io.atoll.gateway.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.atoll.gateway.door.proxy.Forwarding;
import io.atoll.gateway.door.proxy.HeaderRules;
import io.atoll.gateway.door.proxy.Proxy;
import io.atoll.gateway.door.proxy.Upstreams;
import io.atoll.gateway.door.route.Route;
import io.atoll.gateway.door.route.Service;
import io.atoll.gateway.identity.access.AccessTokens;
import io.atoll.gateway.identity.access.GatewayConfig;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.InternalTokens;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.kit.access.Caller;
import io.atoll.kit.problem.Trace;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Passes requests on that were let in: to a service, to web-ui, or to the own resources. */
@ApplicationScoped
class Onward {
    private final Proxy proxy;
    private final Upstreams upstreams;
    private final InternalTokens internal;
    private final AccessTokens access;
    private final Answers answers;
    private final GatewayConfig config;

    /** A token made for a browser session is used for a part of its life. */
    private final Cache<Page, String> pageTokens =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofMinutes(5))
                    .build();

    private record Page(UUID signIn, String subject) {}

    Onward(
            Proxy proxy,
            Upstreams upstreams,
            InternalTokens internal,
            AccessTokens access,
            Answers answers,
            GatewayConfig config) {
        this.proxy = proxy;
        this.upstreams = upstreams;
        this.internal = internal;
        this.access = access;
        this.answers = answers;
        this.config = config;
    }

    void toRoute(RoutingContext ctx, Route route, Optional<Identity> identity) {
        Service service = route.service();
        if (service == Service.GATEWAY) {
            toOwn(ctx);
            return;
        }
        Optional<String> token = identity.map(i -> internal.forService(i, service.application()));
        var to =
                new Forwarding(
                        upstreams.of(service),
                        Visitor.pathAndQuery(ctx.request()),
                        claims(ctx, token),
                        headers -> SecurityHeaders.forApi(headers, config.secureCookies()),
                        () -> Witness.noteHidden(ctx));
        proxy.forward(ctx.request(), to, refusal -> answers.refuse(ctx, refusal));
    }

    /** To the resources of this process, which ask {@link DoorCallerSource} who calls. */
    void toOwn(RoutingContext ctx) {
        HeaderRules.strip(ctx.request().headers());
        ctx.next();
    }

    void toWeb(RoutingContext ctx, Optional<Identity> identity, Consumer<MultiMap> answerHeaders) {
        var to =
                new Forwarding(
                        upstreams.web(),
                        Visitor.pathAndQuery(ctx.request()),
                        claims(ctx, identity.map(this::pageToken)),
                        answerHeaders,
                        () -> {});
        proxy.forward(ctx.request(), to, refusal -> answers.refuse(ctx, refusal));
    }

    /** What a service believes, because it comes with a token of ours. */
    private static Map<String, String> claims(RoutingContext ctx, Optional<String> token) {
        var claims = new HashMap<String, String>();
        claims.put("traceparent", traceparent(ctx));
        token.ifPresent(t -> claims.put("Authorization", "Bearer " + t));
        Visitor.attempt(ctx).ifPresent(id -> claims.put(Caller.ATTEMPT_HEADER, id.toString()));
        return claims;
    }

    private String pageToken(Identity identity) {
        return pageTokens.get(
                new Page(identity.signIn(), identity.subject()),
                page -> access.issue(page.subject(), page.signIn()));
    }

    private static String traceparent(RoutingContext ctx) {
        String given = ctx.request().getHeader(Trace.HEADER);
        Trace trace = Trace.current().orElseGet(() -> Trace.of(given));
        return given != null && given.contains(trace.id()) ? given : trace.traceparent();
    }
}
