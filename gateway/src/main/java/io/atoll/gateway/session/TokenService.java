package io.atoll.gateway.session;

import io.atoll.contracts.access.TokenView;
import io.atoll.gateway.access.AccessTokens;
import io.atoll.gateway.access.Ticket;
import io.atoll.gateway.session.RefreshChain.Next;
import io.atoll.gateway.session.RefreshChain.Replay;
import io.atoll.gateway.session.RefreshChain.Reuse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Hands out access tokens and exchanges refresh tokens. */
@ApplicationScoped
public class TokenService {
    private static final Logger LOG = Logger.getLogger(TokenService.class);

    private final Pool pool;
    private final SignInStore store;
    private final LiveSessions sessions;
    private final AccessTokens tokens;
    private final SessionConfig config;
    private final Clock clock;

    TokenService(
            Pool pool,
            SignInStore store,
            LiveSessions sessions,
            AccessTokens tokens,
            SessionConfig config,
            Clock clock) {
        this.pool = pool;
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

    public Uni<TokenView> refresh(String refreshToken) {
        Ticket shown = Ticket.parse(refreshToken).orElseThrow(WrongSignIn::refreshToken);
        return pool.withTransaction(tx -> exchange(tx, shown))
                .map(next -> next.orElseThrow(WrongSignIn::refreshToken))
                .chain(this::issue);
    }

    private Uni<Optional<Ticket>> exchange(SqlConnection tx, Ticket shown) {
        return store.lockChain(tx, shown.signIn())
                .chain(
                        chain ->
                                chain.map(c -> take(tx, c, shown))
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Ticket>> take(SqlConnection tx, RefreshChain chain, Ticket shown) {
        return switch (chain.exchange(shown, clock.instant(), config.replayWindow())) {
            case Next(Ticket successor) ->
                    store.rotate(tx, successor).replaceWith(Optional.of(successor));
            case Replay(Ticket successor) -> Uni.createFrom().item(Optional.of(successor));
            case Reuse() -> endReused(tx, shown);
        };
    }

    private Uni<Optional<Ticket>> endReused(SqlConnection tx, Ticket shown) {
        LOG.warnf("A spent refresh token of sign-in %s came back: ended it", shown.signIn());
        return store.end(tx, shown.signIn(), "reuse of a spent refresh token")
                .invoke(() -> sessions.forget(shown.signIn()))
                .replaceWith(Optional.empty());
    }
}
