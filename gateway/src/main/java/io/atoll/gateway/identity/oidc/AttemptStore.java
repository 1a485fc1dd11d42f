package io.atoll.gateway.identity.oidc;

import io.atoll.gateway.identity.provider.Attempt;
import io.atoll.gateway.identity.provider.OidcConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Rows of oidc_attempt. Each is taken once. */
@ApplicationScoped
class AttemptStore {
    private static final int MOST = 10_000;

    private static final String INSERT =
            """
            insert into oidc_attempt (state_hash, browser_hash, nonce, verifier, next, expires_at)
            select $1, $2, $3, $4, $5, $6 where (select count(*) from oidc_attempt) < $7
            """;

    private static final String TAKE =
            """
            delete from oidc_attempt where state_hash = $1 and browser_hash = $2
            returning nonce, verifier, next, expires_at > $3 as good
            """;

    private final Pool pool;
    private final Clock clock;
    private final OidcConfig config;

    AttemptStore(Pool pool, Clock clock, OidcConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    /** False where too many are on their way: anybody may begin one. */
    Uni<Boolean> insert(Attempt attempt) {
        Tuple row =
                Tuple.from(
                        new Object[] {
                            Buffer.buffer(Attempt.hash(attempt.state())),
                            Buffer.buffer(Attempt.hash(attempt.browser())),
                            attempt.nonce(),
                            attempt.verifier(),
                            attempt.next(),
                            now().plus(config.attemptLife()),
                            MOST
                        });
        return pool.preparedQuery("delete from oidc_attempt where expires_at < $1")
                .execute(Tuple.of(now()))
                .chain(() -> pool.preparedQuery(INSERT).execute(row))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Empty for one that never was, is over, was taken, or belongs to another browser. */
    Uni<Optional<Attempt>> take(String state, String browser) {
        return pool.preparedQuery(TAKE)
                .execute(
                        Tuple.of(
                                Buffer.buffer(Attempt.hash(state)),
                                Buffer.buffer(Attempt.hash(browser)),
                                now()))
                .map(rows -> attempt(rows, state, browser));
    }

    private static Optional<Attempt> attempt(RowSet<Row> rows, String state, String browser) {
        var all = rows.iterator();
        if (!all.hasNext()) {
            return Optional.empty();
        }
        Row row = all.next();
        var attempt =
                new Attempt(
                        state,
                        browser,
                        row.getString("nonce"),
                        row.getString("verifier"),
                        row.getString("next"));
        return row.getBoolean("good") ? Optional.of(attempt) : Optional.empty();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
