package io.atoll.gateway.identity.user;

import io.atoll.gateway.identity.limit.SignInBrake;
import io.atoll.gateway.identity.user.UserQueries.Account;
import io.atoll.kit.refusal.TooManyRequests;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Holds a password against a user's, and slows down who guesses. */
@ApplicationScoped
public class PasswordCheck {

    /** Ends nothing, and does nothing where the password was changed meanwhile. */
    private static final String RENEW =
            "update users set password_hash = $3 where name = $1 and password_hash = $2";

    private final Pool pool;
    private final UserQueries users;
    private final Passwords passwords;
    private final SignInBrake brake;

    PasswordCheck(Pool pool, UserQueries users, Passwords passwords, SignInBrake brake) {
        this.brake = brake;
        this.pool = pool;
        this.users = users;
        this.passwords = passwords;
    }

    /**
     * @param account of the name, whatever its password
     * @param passes it has that password and is not disabled
     */
    public record Found(Optional<Account> account, boolean passes) {}

    /**
     * Whether there is a user of that name who has that password and is not disabled. Takes as long
     * for a name that is not there. Counted before it is looked at; fails with {@link
     * TooManyRequests} while too many have failed. A hash made with other costs than those of today
     * is made anew.
     *
     * @param address where the request came from
     */
    public Uni<Found> find(String name, String password, String address) {
        return brake.attempt(name, address)
                .chain(() -> judge(name, password, address))
                .call(found -> found.passes() ? renew(found, password) : nothing())
                .call(found -> found.passes() ? brake.passed(name, address) : nothing());
    }

    private Uni<Found> judge(String name, String password, String address) {
        return users.account(name)
                .chain(
                        account ->
                                passwords
                                        .matches(password, account.flatMap(Account::hash))
                                        .map(ok -> found(account, ok)))
                .onFailure()
                .call(() -> brake.unjudged(name, address));
    }

    private static Found found(Optional<Account> account, boolean matches) {
        return new Found(account, matches && account.filter(a -> !a.disabled()).isPresent());
    }

    private Uni<Void> renew(Found found, String password) {
        Account account = found.account().orElseThrow();
        if (!account.hash().map(Passwords::isOutdated).orElse(false)) {
            return nothing();
        }
        return passwords
                .hash(password)
                .chain(
                        hash ->
                                pool.preparedQuery(RENEW)
                                        .execute(
                                                Tuple.of(
                                                        account.name(),
                                                        account.passwordHash(),
                                                        hash)))
                .replaceWithVoid();
    }

    private Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
