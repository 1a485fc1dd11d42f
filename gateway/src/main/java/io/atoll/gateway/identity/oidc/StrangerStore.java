package io.atoll.gateway.identity.oidc;

import io.atoll.contracts.access.Role;
import io.atoll.contracts.audit.AuditChange;
import io.atoll.contracts.user.UserView;
import io.atoll.gateway.audit.AuditTrail;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.provider.Stranger;
import io.atoll.gateway.identity.user.UserQueries;
import io.atoll.kit.access.Caller;
import io.atoll.kit.problem.Trace;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the user of somebody whom the provider vouches for, and lets its rights follow the groups
 * there. What was given here stays; nobody takes over a user that was made here.
 */
@ApplicationScoped
class StrangerStore {
    private static final String INSERT =
            """
            insert into users (name, created_at, oidc_issuer, oidc_subject) values ($1, $2, $3, $4)
            on conflict do nothing
            """;

    private static final String FIND =
            """
            select name, disabled, epoch from users where oidc_issuer = $1 and oidc_subject = $2
            for update
            """;

    private static final String LEAVE =
            """
            delete from group_members where user_name = $1 and source = 'oidc'
              and group_name <> all($2)
            """;

    private static final String JOIN =
            """
            insert into group_members (group_name, user_name, source)
            select name, $1, 'oidc' from user_groups where name = any($2) on conflict do nothing
            """;

    private static final String DROP =
            "delete from grants where user_name = $1 and source = 'oidc' and role <> all($2)";

    private static final String GIVE =
            """
            insert into grants (id, user_name, role, created_at, source)
            values ($1, $2, $3, $4, 'oidc') on conflict do nothing
            """;

    private final Pool pool;
    private final Clock clock;
    private final UserQueries users;
    private final AuditTrail trail;

    /** The user that somebody is here. */
    record Admitted(String name, boolean disabled, long epoch) {}

    StrangerStore(Pool pool, Clock clock, UserQueries users, AuditTrail trail) {
        this.users = users;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * @return empty where the name belongs to another user
     */
    Uni<Optional<Admitted>> admit(Stranger stranger, Set<String> groups, Set<Role> roles) {
        return pool.withTransaction(
                tx ->
                        view(tx, stranger)
                                .chain(
                                        before ->
                                                follow(tx, stranger, groups, roles)
                                                        .call(() -> told(tx, stranger, before))));
    }

    /** What the provider made of the user, where that is not what it was. */
    private Uni<Void> told(SqlConnection tx, Stranger stranger, Optional<UserView> before) {
        return view(tx, stranger)
                .chain(
                        after ->
                                after.isEmpty() || after.equals(before)
                                        ? Uni.createFrom().voidItem()
                                        : tell(tx, before.orElse(null), after.get()));
    }

    /** Nobody has signed in yet: it is an entry of its own, before that of the sign-in. */
    private Uni<Void> tell(SqlConnection tx, @Nullable UserView before, UserView after) {
        String trace = Trace.current().orElseGet(Trace::fresh).id();
        var itself = new Caller(after.name(), Identity.USER, List.of(), trace, UUID.randomUUID());
        var effect =
                new AuditChange.Effect(
                        "user.follow-provider", "user " + after.name(), before, after);
        return trail.changed(tx, itself, effect);
    }

    private Uni<Optional<UserView>> view(SqlClient tx, Stranger stranger) {
        return find(tx, stranger.issuer(), stranger.subject())
                .chain(
                        found ->
                                found.map(a -> users.find(tx, a.name()))
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Admitted>> follow(
            SqlConnection tx, Stranger stranger, Set<String> groups, Set<Role> roles) {
        return insert(tx, stranger)
                .chain(() -> find(tx, stranger.issuer(), stranger.subject()))
                .call(
                        found ->
                                found.map(a -> follow(tx, a.name(), groups, roles))
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    Uni<Optional<Admitted>> find(String issuer, String subject) {
        return pool.withTransaction(tx -> find(tx, issuer, subject));
    }

    private Uni<Void> insert(SqlConnection tx, Stranger stranger) {
        return run(
                tx,
                INSERT,
                Tuple.of(stranger.name(), now(), stranger.issuer(), stranger.subject()));
    }

    private static Uni<Optional<Admitted>> find(SqlClient tx, String issuer, String subject) {
        return tx.preparedQuery(FIND)
                .execute(Tuple.of(issuer, subject))
                .map(
                        rows ->
                                rows.iterator().hasNext()
                                        ? Optional.of(admitted(rows.iterator().next()))
                                        : Optional.empty());
    }

    private Uni<Void> follow(SqlConnection tx, String name, Set<String> groups, Set<Role> roles) {
        String[] in = groups.toArray(String[]::new);
        String[] held = roles.stream().map(Role::wire).toArray(String[]::new);
        return run(tx, LEAVE, Tuple.of(name, in))
                .chain(() -> run(tx, JOIN, Tuple.of(name, in)))
                .chain(() -> run(tx, DROP, Tuple.of(name, held)))
                .chain(() -> give(tx, name, held));
    }

    private Uni<Void> give(SqlConnection tx, String name, String[] roles) {
        return Multi.createFrom()
                .items(roles)
                .onItem()
                .transformToUniAndConcatenate(
                        r -> run(tx, GIVE, Tuple.of(UUID.randomUUID(), name, r, now())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Admitted admitted(Row row) {
        return new Admitted(
                row.getString("name"), row.getBoolean("disabled"), row.getLong("epoch"));
    }

    private static Uni<Void> run(SqlClient tx, String sql, Tuple values) {
        return tx.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
