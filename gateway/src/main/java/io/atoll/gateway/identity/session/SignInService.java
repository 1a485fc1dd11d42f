package io.atoll.gateway.identity.session;

import io.atoll.contracts.signin.SessionView;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Ticket;
import io.atoll.gateway.identity.user.PasswordCheck;
import io.atoll.gateway.identity.user.UserQueries.Account;
import io.atoll.kit.access.Caller;
import io.atoll.kit.refusal.NotFound;
import io.atoll.kit.refusal.TooManyRequests;
import io.atoll.kit.refusal.Unavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Signs in with a password, and out. */
@ApplicationScoped
public class SignInService {
    private static final Logger LOG = Logger.getLogger(SignInService.class);

    private static final UUID NONE = new UUID(0, 0);

    /** Long enough for a queue of passwords to be computed, short for who waits for a database. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final PasswordCheck passwords;
    private final SignInStore store;
    private final LiveSessions sessions;
    private final SignInAudit audit;

    SignInService(
            PasswordCheck passwords, SignInStore store, LiveSessions sessions, SignInAudit audit) {
        this.passwords = passwords;
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * Fails with {@link WrongSignIn} or {@link TooManyRequests}.
     *
     * @param from the address in it is also what failures are counted by
     */
    public Uni<Ticket> signIn(String name, String password, Origin from, SignInKind kind) {
        return passwords
                .find(name, password, from.address())
                .onFailure(TooManyRequests.class)
                .invoke(() -> locked(from.address()))
                .map(found -> require(found, from.address()))
                .chain(account -> admit(account.name(), account.epoch(), kind, from))
                .ifNoItem()
                .after(PATIENCE)
                .failWith(SignInService::away);
    }

    private static Unavailable away() {
        return new Unavailable("Nobody can sign in at the moment. Try again.");
    }

    /**
     * A browser session for a user whom somebody else vouches for.
     *
     * @param epoch of the user when that was checked
     */
    public Uni<Ticket> admit(String user, long epoch, Origin from) {
        return admit(user, epoch, SignInKind.BROWSER, from);
    }

    private Uni<Ticket> admit(String user, long epoch, SignInKind kind, Origin from) {
        return store.insert(user, epoch, kind, from, signedIn(user, from.address(), kind))
                .invoke(ticket -> sessions.meet(ticket.signIn()));
    }

    private Function<SqlClient, Uni<Void>> signedIn(String user, String address, SignInKind kind) {
        return tx -> audit.done(tx, SignInAudit.SIGN_IN, user, address, kind.column());
    }

    /** For a request that stands in the audit by itself. */
    public Uni<Void> signOut(Identity identity) {
        UUID signIn = identity.signIn();
        String subject = identity.subject();
        return store.endOf(subject, signIn, "signed out", audit.ended(subject))
                .invoke(() -> sessions.forget(signIn))
                .replaceWithVoid();
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

    /** Ends one sign-in of a user; 404 where the user has none of that id. */
    public Uni<Void> end(String subject, String id) {
        SignInStore.Ended told = audit.ended(subject);
        return Uni.createFrom()
                .item(() -> signInId(id))
                .call(
                        signIn ->
                                store.endOf(subject, signIn, "revoked", told)
                                        .invoke(ended -> requireFound(id, ended)))
                .invoke(sessions::forget)
                .replaceWithVoid();
    }

    /**
     * Ends all sign-ins of a user but one.
     *
     * @param kept need not be one of the user's
     */
    public Uni<Void> endOthers(String subject, UUID kept) {
        return end(subject, kept, audit.ended(subject));
    }

    /**
     * Ends all sign-ins of a user.
     *
     * @param by who wants it, where that is not who makes the current request
     */
    public Uni<Void> endAll(String subject, Caller by) {
        return end(subject, NONE, audit.ended(subject, by));
    }

    private Uni<Void> end(String subject, UUID kept, SignInStore.Ended told) {
        return store.endAllBut(subject, kept, "revoked", told)
                .invoke(() -> sessions.forgetSubject(subject))
                .replaceWithVoid();
    }

    private static UUID signInId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw new NotFound("session", id, List.of());
        }
    }

    private static void requireFound(String id, List<SessionView> ended) {
        if (ended.isEmpty()) {
            throw new NotFound("session", id, List.of());
        }
    }

    private void locked(String address) {
        audit.denied(SignInAudit.SIGN_IN, null, address, "locked", "Too many sign-ins had failed.");
    }

    private Account require(PasswordCheck.Found found, String address) {
        if (found.passes()) {
            return found.account().orElseThrow();
        }
        String known = found.account().map(Account::name).orElse(null);
        audit.denied(
                SignInAudit.SIGN_IN,
                known,
                address,
                "password",
                "The name or the password was wrong.");
        LOG.infof("Sign-in of %s failed", known == null ? "nobody known" : known);
        throw WrongSignIn.password();
    }
}
