package io.atoll.gateway.session;

import io.atoll.gateway.access.Identity;
import io.atoll.gateway.access.Ticket;
import io.atoll.gateway.limit.SignInBrake;
import io.atoll.gateway.user.Passwords;
import io.atoll.gateway.user.UserQueries;
import io.atoll.gateway.user.UserQueries.Account;
import io.atoll.kit.problem.TooManyRequests;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Signs in with a password, and out. */
@ApplicationScoped
public class SignInService {
    private static final Logger LOG = Logger.getLogger(SignInService.class);

    private final SignInBrake brake;
    private final UserQueries users;
    private final Passwords passwords;
    private final SignInStore store;
    private final LiveSessions sessions;
    private final SignInAudit audit;

    SignInService(
            SignInBrake brake,
            UserQueries users,
            Passwords passwords,
            SignInStore store,
            LiveSessions sessions,
            SignInAudit audit) {
        this.brake = brake;
        this.users = users;
        this.passwords = passwords;
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * Fails with {@link WrongSignIn} or {@link TooManyRequests}.
     *
     * @param address of the caller's socket
     */
    public Uni<Ticket> signIn(String name, String password, String address, SignInKind kind) {
        return brake.attempt(name, address)
                .onFailure(TooManyRequests.class)
                .invoke(() -> locked(address))
                .chain(() -> check(name, password, address))
                .call(() -> brake.passed(name, address))
                .chain(
                        account ->
                                store.insert(
                                        account.name(),
                                        account.epoch(),
                                        kind,
                                        signedIn(account, address, kind)))
                .invoke(ticket -> sessions.meet(ticket.signIn()));
    }

    private Function<SqlClient, Uni<Void>> signedIn(
            Account account, String address, SignInKind kind) {
        return tx -> audit.done(tx, SignInAudit.SIGN_IN, account.name(), address, kind.column());
    }

    /** For a request that stands in the audit by itself. */
    public Uni<Void> signOut(UUID signIn) {
        return store.end(signIn, "signed out").invoke(() -> sessions.forget(signIn));
    }

    public Uni<Void> signOut(Identity identity, String address) {
        return store.end(
                        identity.signIn(),
                        "signed out",
                        tx ->
                                audit.done(
                                        tx,
                                        SignInAudit.SIGN_OUT,
                                        identity.subject(),
                                        address,
                                        SignInKind.BROWSER.column()))
                .invoke(() -> sessions.forget(identity.signIn()));
    }

    private void locked(String address) {
        audit.denied(SignInAudit.SIGN_IN, null, address, "locked", "Too many sign-ins had failed.");
    }

    private Uni<Account> check(String name, String password, String address) {
        return users.account(name)
                .chain(
                        account ->
                                passwords
                                        .matches(password, account.map(Account::passwordHash))
                                        .map(matches -> require(account, matches, address)));
    }

    private Account require(Optional<Account> account, boolean matches, String address) {
        return account.filter(a -> matches && !a.disabled())
                .orElseThrow(
                        () -> {
                            audit.denied(
                                    SignInAudit.SIGN_IN,
                                    account.map(Account::name).orElse(null),
                                    address,
                                    "password",
                                    "The name or the password was wrong.");
                            LOG.infof(
                                    "Sign-in of %s failed",
                                    account.map(Account::name).orElse("nobody known"));
                            return WrongSignIn.password();
                        });
    }
}
