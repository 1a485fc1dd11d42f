package io.atoll.gateway.door;

import io.atoll.gateway.access.Credential;
import io.atoll.gateway.access.Identity;
import io.atoll.gateway.access.Visitor;
import io.atoll.gateway.session.Answer;
import io.atoll.gateway.session.Authenticator;
import io.atoll.kit.problem.AtollException;
import io.atoll.kit.problem.Unavailable;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Finds out who calls, on the event loop of the request, at once where it is remembered. */
@ApplicationScoped
class Guard {
    private static final Logger LOG = Logger.getLogger(Guard.class);

    private final Authenticator authenticator;
    private final Answers answers;

    Guard(Authenticator authenticator, Answers answers) {
        this.authenticator = authenticator;
        this.answers = answers;
    }

    /** Goes on with who calls, or refuses. What {@code next} throws is refused too. */
    void identify(RoutingContext ctx, Consumer<Optional<Identity>> next) {
        Credential credential = Visitor.credential(ctx.request());
        ctx.request().pause();
        authenticator.identify(
                credential, answer -> unidentified(ctx, () -> go(ctx, credential, answer, next)));
    }

    /** For what needs no caller: only refuses what {@code next} throws. */
    void unidentified(RoutingContext ctx, Runnable next) {
        try {
            next.run();
        } catch (AtollException refusal) {
            answers.refuse(ctx, refusal);
        }
    }

    private static void go(
            RoutingContext ctx,
            Credential credential,
            Answer answer,
            Consumer<Optional<Identity>> next) {
        switch (answer) {
            case Answer.Refused(Throwable why) -> throw refusal(why);
            case Answer.Nobody() -> next.accept(Optional.empty());
            case Answer.Known(Identity identity) -> {
                if (credential instanceof Credential.Cookie && !Visitor.isSafe(ctx.request())) {
                    Visitor.requireSameOrigin(ctx.request());
                }
                Visitor.remember(ctx, credential, identity);
                next.accept(Optional.of(identity));
            }
        }
    }

    private static AtollException refusal(Throwable why) {
        if (why instanceof AtollException refusal) {
            return refusal;
        }
        LOG.warnf("Cannot find out who calls: %s", why);
        return new Unavailable("Sign-ins cannot be looked up at the moment. Try again.");
    }
}
