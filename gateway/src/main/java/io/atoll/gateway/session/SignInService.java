package io.atoll.gateway.session;

import io.atoll.gateway.access.Ticket;
import io.atoll.gateway.limit.SignInBrake;
import io.atoll.gateway.user.Passwords;
import io.atoll.gateway.user.UserQueries;
import io.atoll.gateway.user.UserQueries.Account;
import io.atoll.kit.problem.TooManyRequests;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
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
    private final AuthFailures failures;

    SignInService(
            SignInBrake brake,
            UserQueries users,
            Passwords passwords,
            SignInStore store,
            LiveSessions sessions,
            AuthFailures failures) {
        this.brake = brake;
        this.users = users;
        this.passwords = passwords;
        this.store = store;
        this.sessions = sessions;
        this.failures = failures;
    }

    /**
     * Fails with {@link WrongSignIn} or {@link TooManyRequests}.
     *
     * @param address of the caller's socket
     */
    public Uni<Ticket> signIn(String name, String password, String address, SignInKind kind) {
        return brake.attempt(name, address)
                .onFailure(TooManyRequests.class)
                .invoke(() -> failures.count("locked"))
                .chain(() -> check(name, password))
                .call(() -> brake.passed(name, address))
                .chain(account -> store.insert(account.name(), account.epoch(), kind))
                .invoke(ticket -> sessions.meet(ticket.signIn()));
    }

    public Uni<Void> signOut(UUID signIn) {
        return store.end(signIn, "signed out").invoke(() -> sessions.forget(signIn));
    }

    private Uni<Account> check(String name, String password) {
        return users.account(name)
                .chain(
                        account ->
                                passwords
                                        .matches(password, account.map(Account::passwordHash))
                                        .map(matches -> require(name, account, matches)));
    }

    private Account require(String name, Optional<Account> account, boolean matches) {
        return account.filter(a -> matches && !a.disabled())
                .orElseThrow(
                        () -> {
                            failures.count("password");
                            LOG.infof("Sign-in of %s failed", printable(name));
                            return WrongSignIn.password();
                        });
    }

    /** A name is whatever the caller sent: no line breaks or escapes into the log. */
    private static String printable(String name) {
        return name.replaceAll("[^a-zA-Z0-9._@-]", "?");
    }
}
