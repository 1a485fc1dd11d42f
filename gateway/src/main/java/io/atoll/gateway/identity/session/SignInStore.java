package io.atoll.gateway.identity.session;

import io.atoll.contracts.signin.SessionView;
import io.atoll.gateway.identity.access.Ticket;
import io.atoll.gateway.rights.grant.GrantRows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows of sign_in. */
@ApplicationScoped
class SignInStore {
    private static final String INSERT =
            """
            insert into sign_in (id, subject, kind, epoch, secret_hash, seed, created_at,
              last_used_at, idle_seconds, expires_at, address, user_agent)
            values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11)
            """;

    /** Only what has not ended in any of the ways there are. Marks it as used. */
    private static final String LOAD =
            """
            with used as (
              update sign_in set last_used_at = $2
              where id = $1 and ended_at is null and expires_at > $2
                and last_used_at + make_interval(secs => idle_seconds) > $2
              returning id, subject, kind, secret_hash, expires_at, epoch)
            select s.*, u.must_change_password, %s from used s join users u on u.name = s.subject
            where not u.disabled and u.epoch = s.epoch
            """
                    .formatted(GrantRows.HELD);

    private static final String CHAIN =
            """
            select s.* from sign_in s join users u on u.name = s.subject
            where s.id = $1 and s.kind = 'token' and s.ended_at is null and s.expires_at > $2
              and s.last_used_at + make_interval(secs => s.idle_seconds) > $2
              and not u.disabled and u.epoch = s.epoch
            for update of s
            """;

    private static final String ROTATE =
            """
            update sign_in set previous_hash = secret_hash, secret_hash = $2, rotated_at = $3,
              last_used_at = $3 where id = $1
            """;

    private final Pool pool;
    private final Clock clock;
    private final SessionConfig config;

    SignInStore(Pool pool, Clock clock, SessionConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    /**
     * @param also done in the same transaction
     * @param userEpoch the user's when its password was checked: a change in between ends this
     */
    Uni<Ticket> insert(
            String subject,
            long userEpoch,
            SignInKind kind,
            Origin from,
            Function<SqlClient, Uni<Void>> also) {
        var ticket = new Ticket(UUID.randomUUID(), Ticket.newSecret());
        OffsetDateTime now = now();
        Tuple row =
                Tuple.from(
                        new Object[] {
                            ticket.signIn(),
                            subject,
                            kind.column(),
                            userEpoch,
                            bytes(ticket.hash()),
                            bytes(Ticket.newSecret()),
                            now,
                            (int) kind.idle(config).toSeconds(),
                            now.plus(kind.life(config)),
                            from.address(),
                            from.userAgent()
                        });
        return pool.withTransaction(
                        tx ->
                                tx.preparedQuery(INSERT)
                                        .execute(row)
                                        .chain(() -> noteSignIn(tx, subject, now))
                                        .chain(() -> also.apply(tx)))
                .replaceWith(ticket);
    }

    private static Uni<RowSet<Row>> noteSignIn(SqlClient tx, String subject, OffsetDateTime now) {
        return tx.preparedQuery("update users set last_sign_in_at = $2 where name = $1")
                .execute(Tuple.of(subject, now));
    }

    Uni<Optional<LiveSession>> load(UUID id) {
        return pool.preparedQuery(LOAD)
                .execute(Tuple.of(id, now()))
                .map(rows -> first(rows, SignInStore::live));
    }

    /** Locks the row until the transaction ends. */
    Uni<Optional<RefreshChain>> lockChain(SqlClient tx, UUID id) {
        return tx.preparedQuery(CHAIN)
                .execute(Tuple.of(id, now()))
                .map(rows -> first(rows, SignInStore::chain));
    }

    Uni<Void> rotate(SqlClient tx, Ticket successor) {
        return tx.preparedQuery(ROTATE)
                .execute(Tuple.of(successor.signIn(), bytes(successor.hash()), now()))
                .replaceWithVoid();
    }

    /**
     * @param also done in the same transaction
     */
    Uni<Void> end(UUID id, String why, Function<SqlClient, Uni<Void>> also) {
        return pool.withTransaction(tx -> end(tx, id, why).chain(() -> also.apply(tx)));
    }

    <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }

    Uni<Void> end(SqlClient tx, UUID id, String why) {
        return tx.preparedQuery(
                        "update sign_in set ended_at = $2, ended_why = $3"
                                + " where id = $1 and ended_at is null")
                .execute(Tuple.of(id, now(), why))
                .replaceWithVoid();
    }

    /**
     * One of a user's: answers it, or nothing.
     *
     * @param also done with it in the same transaction, where there was one
     */
    Uni<List<SessionView>> endOf(String subject, UUID id, String why, Ended also) {
        return end("s.subject = $1 and s.id = $2", Tuple.of(subject, id, now(), why), also);
    }

    /** As {@link #endOf}, all of a user's but one. */
    Uni<List<SessionView>> endAllBut(String subject, UUID kept, String why, Ended also) {
        return end("s.subject = $1 and s.id <> $2", Tuple.of(subject, kept, now(), why), also);
    }

    /** What goes into the transaction that ended sign-ins. */
    @FunctionalInterface
    interface Ended {
        Uni<Void> tell(SqlClient tx, List<SessionView> ended);
    }

    private Uni<List<SessionView>> end(String which, Tuple values, Ended also) {
        String sql =
                "update sign_in s set ended_at = $3, ended_why = $4 where %s and s.ended_at is null returning %s"
                        .formatted(which, SignInQueries.COLUMNS);
        return pool.withTransaction(
                tx ->
                        tx.preparedQuery(sql)
                                .execute(values)
                                .map(SignInStore::views)
                                .call(
                                        ended ->
                                                ended.isEmpty()
                                                        ? Uni.createFrom().voidItem()
                                                        : also.tell(tx, ended)));
    }

    private static List<SessionView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> SignInQueries.view(row, new UUID(0, 0)))
                .toList();
    }

    /** What ended a day ago, or was written as a change an hour ago, is of no use any more. */
    Uni<Void> sweep() {
        OffsetDateTime now = now();
        return pool.preparedQuery("delete from sign_in where expires_at < $1 or ended_at < $1")
                .execute(Tuple.of(now.minusDays(1)))
                .chain(
                        () ->
                                pool.preparedQuery("delete from access_change where at < $1")
                                        .execute(Tuple.of(now.minusHours(1))))
                .replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> map) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(map.apply(iterator.next())) : Optional.empty();
    }

    private static LiveSession live(Row row) {
        return new LiveSession(
                row.getUUID("id"),
                row.getString("subject"),
                SignInKind.of(row.getString("kind")),
                row.get(Buffer.class, "secret_hash").getBytes(),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getBoolean("must_change_password"),
                GrantRows.held(row.get(JsonArray.class, "held")));
    }

    private static RefreshChain chain(Row row) {
        OffsetDateTime rotatedAt = row.getOffsetDateTime("rotated_at");
        return new RefreshChain(
                row.getUUID("id"),
                row.getString("subject"),
                row.get(Buffer.class, "secret_hash").getBytes(),
                bytes(row.get(Buffer.class, "previous_hash")),
                rotatedAt == null ? null : rotatedAt.toInstant(),
                row.get(Buffer.class, "seed").getBytes());
    }

    private static Buffer bytes(byte[] bytes) {
        return Buffer.buffer(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable Buffer buffer) {
        return buffer == null ? null : buffer.getBytes();
    }
}
