package io.atoll.gateway.door;

import io.atoll.contracts.access.Grant;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.gateway.identity.proof.Answer;
import io.atoll.gateway.identity.proof.Authenticator;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Ends a stream that a service writes once its reader's rights are not what they were when it
 * began: the service was asked only then. A reader who may still read comes back and is judged
 * anew.
 */
@ApplicationScoped
class StreamWatch {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final Authenticator authenticator;

    StreamWatch(Vertx vertx, Authenticator authenticator) {
        this.vertx = vertx;
        this.authenticator = authenticator;
    }

    void follow(RoutingContext ctx, Identity reader) {
        var credential = Visitor.remembered(ctx);
        long timer =
                vertx.setPeriodic(
                        EVERY.toMillis(),
                        _ ->
                                authenticator.identify(
                                        credential, answer -> judge(ctx, reader.grants(), answer)));
        ctx.addEndHandler(_ -> vertx.cancelTimer(timer));
    }

    private static void judge(RoutingContext ctx, List<Grant> before, Answer answer) {
        boolean same = answer.known().filter(i -> i.grants().equals(before)).isPresent();
        if (!same && !ctx.response().ended()) {
            ctx.response().reset();
        }
    }
}
