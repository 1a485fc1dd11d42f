package io.atoll.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.problem.Problem;
import io.atoll.contracts.problem.ProblemType;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.gateway.rate.RateLimited;
import io.atoll.kit.problem.Problems;
import io.atoll.kit.refusal.AtollException;
import io.atoll.kit.refusal.TooManyRequests;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes answers that the door gives itself. */
@ApplicationScoped
class Answers {
    private final ObjectMapper mapper;

    Answers(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The form of a browser is led back to its page where it may only be sent later. */
    void refuse(RoutingContext ctx, AtollException refusal) {
        HttpServerResponse out = ctx.response();
        if (out.headWritten() || out.closed()) {
            out.reset();
            return;
        }
        addHeaders(out, refusal);
        if (leavesBodyUnread(ctx.request())) {
            out.putHeader("Connection", "close");
        }
        letBodyPass(ctx.request());
        String path = Visitor.path(ctx.request());
        if (refusal instanceof RateLimited && path.equals("/session")) {
            redirect(ctx, "/signin?error=busy");
            return;
        }
        Problem problem = Problems.of(refusal, path);
        out.setStatusCode(problem.status());
        out.putHeader("Content-Type", Problem.MEDIA_TYPE);
        out.putHeader("Cache-Control", "no-store");
        out.end(body(problem));
    }

    /** On HTTP/2 a request that has been read whole cannot be resumed. */
    private static void letBodyPass(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.resume();
        }
    }

    /** On HTTP/1 the rest of a body stands in the way of the next request. */
    private static boolean leavesBodyUnread(HttpServerRequest request) {
        boolean announced =
                request.getHeader("Content-Length") != null
                        || request.getHeader("Transfer-Encoding") != null;
        return announced && !request.isEnded() && request.version() != HttpVersion.HTTP_2;
    }

    void redirect(RoutingContext ctx, String location) {
        ctx.response()
                .setStatusCode(303)
                .putHeader("Location", location)
                .putHeader("Cache-Control", "no-store")
                .end();
    }

    private static void addHeaders(HttpServerResponse out, AtollException refusal) {
        if (refusal.type() == ProblemType.UNAUTHENTICATED) {
            out.putHeader("WWW-Authenticate", "Bearer realm=\"atoll\"");
        }
        Object allowed = refusal.members().get("allowed");
        if (allowed != null) {
            out.putHeader("Allow", allowed.toString());
        }
        Object retryAfter = refusal.members().get(TooManyRequests.RETRY_AFTER_SECONDS);
        if (retryAfter != null) {
            out.putHeader("Retry-After", retryAfter.toString());
        }
    }

    private Buffer body(Problem problem) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
