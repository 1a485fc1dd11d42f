package io.atoll.gateway.user;

import io.atoll.gateway.user.UserQueries.Account;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Holds a password against a user's. */
@ApplicationScoped
public class PasswordCheck {

    /** Ends nothing, and does nothing where the password was changed meanwhile. */
    private static final String RENEW =
            "update users set password_hash = $3 where name = $1 and password_hash = $2";

    private final Pool pool;
    private final UserQueries users;
    private final Passwords passwords;

    PasswordCheck(Pool pool, UserQueries users, Passwords passwords) {
        this.pool = pool;
        this.users = users;
        this.passwords = passwords;
    }

    /**
     * The user, where there is one of that name who has that password and is not disabled. Takes as
     * long for a name that is not there. A hash made with other costs than those of today is made
     * anew.
     */
    public Uni<Optional<Account>> find(String name, String password) {
        return users.account(name)
                .chain(
                        account ->
                                passwords
                                        .matches(password, account.flatMap(Account::hash))
                                        .map(ok -> account.filter(a -> ok && !a.disabled())))
                .call(account -> account.map(a -> renew(a, password)).orElseGet(this::nothing));
    }

    private Uni<Void> renew(Account account, String password) {
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
