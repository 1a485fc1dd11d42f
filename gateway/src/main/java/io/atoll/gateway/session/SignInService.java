package io.atoll.gateway.session;

import io.atoll.gateway.access.Ticket;
import io.atoll.gateway.limit.SignInBrake;
import io.atoll.gateway.user.PasswordCheck;
import io.atoll.gateway.user.UserQueries.Account;
import io.atoll.kit.problem.NotFound;
import io.atoll.kit.problem.TooManyRequests;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Signs in with a password, and out. */
@ApplicationScoped
public class SignInService {
    private static final Logger LOG = Logger.getLogger(SignInService.class);

    private static final UUID NONE = new UUID(0, 0);

    private final SignInBrake brake;
    private final PasswordCheck passwords;
    private final SignInStore store;
    private final LiveSessions sessions;
    private final AuthFailures failures;

    SignInService(
            SignInBrake brake,
            PasswordCheck passwords,
            SignInStore store,
            LiveSessions sessions,
            AuthFailures failures) {
        this.brake = brake;
        this.passwords = passwords;
        this.store = store;
        this.sessions = sessions;
        this.failures = failures;
    }

    /**
     * Fails with {@link WrongSignIn} or {@link TooManyRequests}.
     *
     * @param from the address in it is also what the brake counts by
     */
    public Uni<Ticket> signIn(String name, String password, Origin from, SignInKind kind) {
        return brake.attempt(name, from.address())
                .onFailure(TooManyRequests.class)
                .invoke(() -> failures.count("locked"))
                .chain(() -> passwords.find(name, password))
                .map(account -> require(name, account))
                .call(() -> brake.passed(name, from.address()))
                .chain(account -> store.insert(account.name(), account.epoch(), kind, from))
                .invoke(ticket -> sessions.meet(ticket.signIn()));
    }

    /**
     * A browser session for a user whom somebody else vouches for.
     *
     * @param epoch of the user when that was checked
     */
    public Uni<Ticket> admit(String user, long epoch, Origin from) {
        return store.insert(user, epoch, SignInKind.BROWSER, from)
                .invoke(ticket -> sessions.meet(ticket.signIn()));
    }

    public Uni<Void> signOut(UUID signIn) {
        return store.end(signIn, "signed out").invoke(() -> sessions.forget(signIn));
    }

    /** Ends one sign-in of a user; 404 where the user has none of that id. */
    public Uni<Void> end(String subject, String id) {
        return Uni.createFrom()
                .item(() -> signInId(id))
                .call(
                        signIn ->
                                store.endOf(subject, signIn, "revoked")
                                        .invoke(n -> requireFound(id, n)))
                .invoke(sessions::forget)
                .replaceWithVoid();
    }

    /**
     * Ends all sign-ins of a user but one.
     *
     * @param kept need not be one of the user's
     */
    public Uni<Void> endOthers(String subject, UUID kept) {
        return store.endAllBut(subject, kept, "revoked")
                .invoke(() -> sessions.forgetSubject(subject));
    }

    public Uni<Void> endAll(String subject) {
        return endOthers(subject, NONE);
    }

    private static UUID signInId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw new NotFound("session", id, List.of());
        }
    }

    private static void requireFound(String id, int ended) {
        if (ended == 0) {
            throw new NotFound("session", id, List.of());
        }
    }

    private Account require(String name, Optional<Account> account) {
        return account.orElseThrow(
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
