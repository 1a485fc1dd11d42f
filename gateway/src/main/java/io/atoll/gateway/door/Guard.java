package io.atoll.gateway.door;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.gateway.identity.access.Credential;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.gateway.identity.proof.Answer;
import io.atoll.gateway.identity.proof.Authenticator;
import io.atoll.gateway.rate.Pass;
import io.atoll.gateway.rate.Turnstile;
import io.atoll.kit.refusal.AtollException;
import io.atoll.kit.refusal.Unavailable;
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
    private final Turnstile turnstile;
    private final Answers answers;
    private final StreamWatch streams;

    Guard(Authenticator authenticator, Turnstile turnstile, Answers answers, StreamWatch streams) {
        this.streams = streams;
        this.authenticator = authenticator;
        this.turnstile = turnstile;
        this.answers = answers;
    }

    /**
     * Goes on with who calls, or refuses. What {@code next} throws is refused too. What costs more
     * than a look into memory counts for the address beforehand.
     */
    void identify(RoutingContext ctx, Consumer<Optional<Identity>> next) {
        Credential credential = Visitor.credential(ctx.request());
        ctx.request().pause();
        if (authenticator.remembers(credential)) {
            authenticator.identify(credential, answer -> remembered(ctx, credential, answer, next));
            return;
        }
        counted(
                ctx,
                LimitClass.ADDRESS,
                pass ->
                        authenticator.identify(
                                credential,
                                answer -> {
                                    if (isNoFault(answer)) {
                                        pass.giveBack();
                                    }
                                    unidentified(ctx, () -> go(ctx, credential, answer, next));
                                }));
    }

    /** Goes on where the address is within its limit. */
    void counted(RoutingContext ctx, LimitClass limitClass, Consumer<Pass> next) {
        ctx.request().pause();
        turnstile.stranger(ctx, limitClass, pass -> through(ctx, pass, () -> next.accept(pass)));
    }

    /** Goes on where the caller is within its limit. */
    void counted(RoutingContext ctx, Identity identity, LimitClass limitClass, Runnable next) {
        turnstile.known(ctx, identity, limitClass, pass -> through(ctx, pass, next));
    }

    /** Throws where there is no room for a body that this process reads itself. */
    void hold(RoutingContext ctx, Identity identity, long bytes) {
        if (bytes > 0) {
            turnstile.hold(ctx, identity, bytes);
        }
    }

    /** For a stream that a service writes: ends it when the reader's rights change. */
    void watch(RoutingContext ctx, Identity reader) {
        streams.follow(ctx, reader);
    }

    private void through(RoutingContext ctx, Pass pass, Runnable next) {
        unidentified(
                ctx,
                () -> {
                    pass.require();
                    next.run();
                });
    }

    private void remembered(
            RoutingContext ctx,
            Credential credential,
            Answer answer,
            Consumer<Optional<Identity>> next) {
        if (isNoFault(answer)) {
            unidentified(ctx, () -> go(ctx, credential, answer, next));
        } else {
            counted(ctx, LimitClass.ADDRESS, _ -> go(ctx, credential, answer, next));
        }
    }

    /** The caller is known, or it is not the caller's fault that it is not. */
    private static boolean isNoFault(Answer answer) {
        return switch (answer) {
            case Answer.Known(_) -> true;
            case Answer.Nobody() -> false;
            case Answer.Refused(Throwable why) -> !(why instanceof AtollException);
        };
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
