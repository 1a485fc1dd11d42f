package io.atoll.gateway.identity.session;

import io.atoll.contracts.signin.TokenView;
import io.atoll.gateway.identity.access.AccessTokens;
import io.atoll.gateway.identity.access.Ticket;
import io.atoll.gateway.identity.session.RefreshChain.Next;
import io.atoll.gateway.identity.session.RefreshChain.Replay;
import io.atoll.gateway.identity.session.RefreshChain.Reuse;
import io.atoll.kit.refusal.Unavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Hands out access tokens and exchanges refresh tokens. */
@ApplicationScoped
public class TokenService {
    private static final Logger LOG = Logger.getLogger(TokenService.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SignInStore store;
    private final LiveSessions sessions;
    private final AccessTokens tokens;
    private final SessionConfig config;
    private final Clock clock;
    private final SignInAudit audit;

    TokenService(
            SignInStore store,
            LiveSessions sessions,
            AccessTokens tokens,
            SessionConfig config,
            Clock clock,
            SignInAudit audit) {
        this.audit = audit;
        this.store = store;
        this.sessions = sessions;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param ticket the refresh token to go with the access token
     */
    public Uni<TokenView> issue(Ticket ticket) {
        return Uni.createFrom()
                .completionStage(() -> sessions.find(ticket.signIn()))
                .map(found -> found.orElseThrow(WrongSignIn::refreshToken))
                .map(
                        s ->
                                new TokenView(
                                        tokens.issue(s.subject(), s.id()),
                                        ticket.wire(),
                                        "Bearer",
                                        tokens.lifeSeconds()));
    }

    /**
     * @param address where the request came from
     */
    public Uni<TokenView> refresh(String refreshToken, String address) {
        return Uni.createFrom()
                .item(() -> Ticket.parse(refreshToken).orElseThrow(WrongSignIn::refreshToken))
                .chain(shown -> store.inTransaction(tx -> exchange(tx, shown, address)))
                .map(next -> next.orElseThrow(WrongSignIn::refreshToken))
                .chain(this::issue)
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new Unavailable("Tokens cannot be given at the moment. Try again."))
                .onFailure(WrongSignIn.class)
                .invoke(() -> refused(address));
    }

    private void refused(String address) {
        audit.denied(
                SignInAudit.REFRESH, null, address, "refresh", "The refresh token does not hold.");
    }

    private Uni<Optional<Ticket>> exchange(SqlConnection tx, Ticket shown, String address) {
        return store.lockChain(tx, shown.signIn())
                .chain(
                        chain ->
                                chain.map(c -> take(tx, c, shown, address))
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Ticket>> take(
            SqlConnection tx, RefreshChain chain, Ticket shown, String address) {
        return switch (chain.exchange(shown, clock.instant(), config.replayWindow())) {
            case Next(Ticket successor) ->
                    store.rotate(tx, successor)
                            .chain(() -> rotated(tx, chain.subject(), address))
                            .replaceWith(Optional.of(successor));
            case Replay(Ticket successor) -> Uni.createFrom().item(Optional.of(successor));
            case Reuse() -> endReused(tx, chain, shown, address);
        };
    }

    private Uni<Void> rotated(SqlConnection tx, String subject, String address) {
        return audit.done(tx, SignInAudit.REFRESH, subject, address, SignInKind.TOKEN.column());
    }

    private Uni<Optional<Ticket>> endReused(
            SqlConnection tx, RefreshChain chain, Ticket shown, String address) {
        LOG.warnf("A spent refresh token of sign-in %s came back: ended it", shown.signIn());
        return store.end(tx, shown.signIn(), "reuse of a spent refresh token")
                .chain(() -> audit.reused(tx, chain.subject(), address))
                .invoke(() -> sessions.forget(shown.signIn()))
                .replaceWith(Optional.empty());
    }
}
