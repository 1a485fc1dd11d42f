package io.atoll.gateway.identity.proof;

import io.atoll.gateway.identity.access.AccessTokens;
import io.atoll.gateway.identity.access.Credential;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Ticket;
import io.atoll.gateway.identity.limit.AuthFailures;
import io.atoll.gateway.identity.session.LiveSession;
import io.atoll.gateway.identity.session.LiveSessions;
import io.atoll.gateway.identity.session.SignInKind;
import io.atoll.kit.refusal.Unauthenticated;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Finds out who a credential belongs to, now. Asked again for the same credential it answers what
 * holds then: that is how long streams are checked.
 */
@ApplicationScoped
public class Authenticator {
    private final AccessTokens tokens;
    private final LiveSessions sessions;
    private final KeyProof keys;
    private final Clock clock;
    private final AuthFailures failures;

    Authenticator(
            AccessTokens tokens,
            LiveSessions sessions,
            KeyProof keys,
            Clock clock,
            AuthFailures failures) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.keys = keys;
        this.clock = clock;
        this.failures = failures;
    }

    /** Goes on at once where it is remembered, else later, on the same event loop. */
    public void identify(Credential credential, Consumer<Answer> then) {
        switch (credential) {
            case Credential.None() -> then.accept(new Answer.Nobody());
            case Credential.Unusable(_) -> then.accept(refused("header"));
            case Credential.Bearer(String token) -> byToken(token, then);
            case Credential.Key key -> await(keys.identify(key), this::byKey, then);
            case Credential.Cookie(Ticket ticket) ->
                    find(ticket.signIn(), found -> byTicket(ticket, found), then);
        }
    }

    /**
     * Whether the credential held lately: then nobody guessed it, and to look at it again costs no
     * signature and hardly ever a query.
     */
    public boolean remembers(Credential credential) {
        return switch (credential) {
            case Credential.None(), Credential.Unusable(_) -> false;
            case Credential.Bearer(String token) -> tokens.remembers(token);
            case Credential.Key key -> keys.remembers(key);
            case Credential.Cookie(Ticket ticket) -> sessions.hasMet(ticket.signIn());
        };
    }

    private void byToken(String token, Consumer<Answer> then) {
        Optional<AccessTokens.Claims> claims = tokens.read(token);
        if (claims.isEmpty()) {
            then.accept(refused("token"));
            return;
        }
        String subject = claims.get().subject();
        find(claims.get().signIn(), found -> bySubject(subject, found), then);
    }

    private Answer byKey(Optional<Identity> found) {
        return found.<Answer>map(Answer.Known::new).orElseGet(() -> refused("key"));
    }

    private Answer bySubject(String subject, Optional<LiveSession> found) {
        return found.filter(s -> s.subject().equals(subject))
                .<Answer>map(s -> new Answer.Known(s.identity(clock.instant())))
                .orElseGet(() -> refused("ended"));
    }

    private Answer byTicket(Ticket ticket, Optional<LiveSession> found) {
        return found.filter(s -> s.kind() == SignInKind.BROWSER)
                .filter(s -> ticket.matches(s.secretHash()))
                .<Answer>map(s -> new Answer.Known(s.identity(clock.instant())))
                .orElseGet(Answer.Nobody::new);
    }

    private void find(
            UUID signIn, Function<Optional<LiveSession>, Answer> judge, Consumer<Answer> then) {
        await(
                sessions.find(signIn),
                found -> judge.apply(found.filter(s -> s.expiresAt().isAfter(clock.instant()))),
                then);
    }

    private static <T> void await(
            CompletableFuture<Optional<T>> finding,
            Function<Optional<T>, Answer> judge,
            Consumer<Answer> then) {
        if (finding.isDone()) {
            then.accept(answer(finding, judge));
            return;
        }
        Context loop = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
        CompletionStage<Optional<T>> later = finding;
        later.whenComplete((_, _) -> onLoop(loop, () -> then.accept(answer(finding, judge))));
    }

    private static <T> Answer answer(
            CompletableFuture<Optional<T>> finding, Function<Optional<T>, Answer> judge) {
        return finding.state() == Future.State.SUCCESS
                ? judge.apply(finding.resultNow())
                : new Answer.Refused(finding.exceptionNow());
    }

    private static void onLoop(Context loop, Runnable step) {
        loop.runOnContext(_ -> step.run());
    }

    private Answer refused(String why) {
        failures.count(why);
        return new Answer.Refused(new Unauthenticated());
    }
}
