package io.atoll.gateway.identity.user;

import io.atoll.contracts.access.Role;
import io.atoll.contracts.grant.GrantRequest;
import io.atoll.gateway.audit.AuditTrail;
import io.atoll.gateway.identity.access.Refusal;
import io.atoll.gateway.rights.grant.GrantHolder;
import io.atoll.gateway.rights.grant.GrantStore;
import io.atoll.kit.access.Caller;
import io.atoll.kit.problem.Trace;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Makes the user admin where there are no users. Runs before the first request is taken. */
@ApplicationScoped
class FirstAdmin {
    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);
    private static final String NAME = "admin";
    private static final int LEAST_LENGTH = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pool pool;
    private final UserStore store;
    private final GrantStore grants;
    private final UserConfig config;
    private final UserQueries users;
    private final AuditTrail trail;

    FirstAdmin(
            Pool pool,
            UserStore store,
            GrantStore grants,
            UserConfig config,
            UserQueries users,
            AuditTrail trail) {
        this.users = users;
        this.trail = trail;
        this.pool = pool;
        this.store = store;
        this.grants = grants;
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        if (hasUsers()) {
            return;
        }
        String hash = Passwords.hashNow(password());
        pool.withTransaction(
                        trail.around(
                                Caller.system("gateway", Trace.fresh().id()),
                                "user.create",
                                "user " + NAME,
                                tx -> users.find(tx, NAME),
                                tx -> insert(tx, hash)))
                .await()
                .atMost(PATIENCE);
    }

    private boolean hasUsers() {
        return pool.query("select exists (select 1 from users) as any")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("any"))
                .await()
                .atMost(PATIENCE);
    }

    private String password() {
        String password =
                config.adminPassword()
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                "there are no users yet and ATOLL_ADMIN_PASSWORD,"
                                                        + " the password of the first, is not"
                                                        + " set."));
        if (password.length() < LEAST_LENGTH) {
            throw Refusal.of(
                    "ATOLL_ADMIN_PASSWORD needs at least " + LEAST_LENGTH + " characters.");
        }
        return password;
    }

    /** Of several gateways that start at once, one inserts. */
    private Uni<Void> insert(SqlConnection tx, String hash) {
        return store.insert(tx, NAME, hash, config.adminPasswordGenerated())
                .chain(
                        n ->
                                n == 0
                                        ? Uni.createFrom().voidItem()
                                        : grants.insert(
                                                        tx,
                                                        new GrantHolder.User(NAME),
                                                        GrantRequest.everywhere(Role.ADMIN))
                                                .invoke(() -> LOG.info("Created the user admin."))
                                                .replaceWithVoid());
    }
}
