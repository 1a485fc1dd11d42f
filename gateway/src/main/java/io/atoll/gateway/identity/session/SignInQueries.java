package io.atoll.gateway.identity.session;

import io.atoll.contracts.signin.SessionView;
import io.atoll.kit.validation.PageParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads the sign-ins of a user that are still good, by id. */
@ApplicationScoped
public class SignInQueries {
    /** What a view needs of a row. */
    static final String COLUMNS =
            "s.id, s.kind, s.created_at, s.last_used_at, s.expires_at, s.address, s.user_agent";

    private static final String PAGE =
            """
            select %s
            from sign_in s join users u on u.name = s.subject
            where s.subject = $1 and s.ended_at is null and s.expires_at > $2
              and s.last_used_at + make_interval(secs => s.idle_seconds) > $2
              and not u.disabled and u.epoch = s.epoch and s.id > $3
            order by s.id limit $4
            """
                    .formatted(COLUMNS);

    private final Pool pool;
    private final Clock clock;

    SignInQueries(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Those of a page, and one more where there is another.
     *
     * @param page its token is the id that the page comes after
     * @param current sign-in of who asks
     */
    public Uni<List<SessionView>> page(String subject, PageParameters page, UUID current) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(subject, now, after(page.pageToken()), page.rows()))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> view(row, current))
                                        .toList());
    }

    private static UUID after(String token) {
        try {
            return token.isEmpty() ? new UUID(0, 0) : UUID.fromString(token);
        } catch (IllegalArgumentException _) {
            throw PageParameters.wrongToken();
        }
    }

    static SessionView view(Row row, UUID current) {
        UUID id = row.getUUID("id");
        return new SessionView(
                id.toString(),
                row.getString("kind"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("last_used_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getString("address"),
                row.getString("user_agent"),
                id.equals(current));
    }
}
