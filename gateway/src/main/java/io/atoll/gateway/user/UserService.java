package io.atoll.gateway.user;

import io.atoll.contracts.access.CreateUserRequest;
import io.atoll.contracts.access.GrantRequest;
import io.atoll.contracts.access.GrantView;
import io.atoll.contracts.access.PasswordRequest;
import io.atoll.contracts.access.UserView;
import io.atoll.gateway.grant.AdminGuard;
import io.atoll.gateway.grant.GrantHolder;
import io.atoll.gateway.grant.GrantService;
import io.atoll.gateway.grant.GrantStore;
import io.atoll.kit.problem.Conflict;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Changes users, each in one transaction that leaves an admin behind. */
@ApplicationScoped
class UserService {
    private final AdminGuard guard;
    private final UserStore store;
    private final UserQueries queries;
    private final Passwords passwords;
    private final GrantService rules;
    private final GrantStore grants;

    UserService(
            AdminGuard guard,
            UserStore store,
            UserQueries queries,
            Passwords passwords,
            GrantService rules,
            GrantStore grants) {
        this.guard = guard;
        this.store = store;
        this.queries = queries;
        this.passwords = passwords;
        this.rules = rules;
        this.grants = grants;
    }

    Uni<List<UserView>> page(String after, int size) {
        return queries.page(after, size);
    }

    Uni<UserView> get(String name) {
        return queries.find(name).chain(found -> found.map(this::item).orElseGet(() -> none(name)));
    }

    Uni<UserView> create(CreateUserRequest request) {
        List<GrantRequest> given = Optional.ofNullable(request.grants()).orElse(List.of());
        PasswordRules.requireNotTheName("/password", request.name(), request.password());
        return rules.requireGivable("/grants/", given)
                .chain(() -> passwords.hash(request.password()))
                .chain(
                        hash ->
                                audited(
                                        "user.create",
                                        request.name(),
                                        tx -> insert(tx, request, hash, given)))
                .chain(() -> get(request.name()));
    }

    private Uni<Void> insert(
            SqlConnection tx, CreateUserRequest request, String hash, List<GrantRequest> given) {
        String name = request.name();
        return store.insert(tx, name, hash, request.isPasswordFirst())
                .invoke(n -> requireNew(name, n))
                .chain(() -> grants.insertAll(tx, new GrantHolder.User(name), given));
    }

    Uni<UserView> setDisabled(String name, boolean disabled) {
        return change("user.update", name, tx -> store.setDisabled(tx, name, disabled))
                .chain(() -> get(name));
    }

    Uni<Void> delete(String name) {
        return change("user.delete", name, tx -> store.delete(tx, name));
    }

    Uni<GrantView> grant(String name, GrantRequest grant) {
        return get(name)
                .chain(() -> rules.requireGivable(grant))
                .chain(
                        () ->
                                audited(
                                        "user.grant",
                                        name,
                                        tx ->
                                                grants.insert(
                                                        tx, new GrantHolder.User(name), grant)));
    }

    Uni<Void> revoke(String name, String grantId) {
        return get(name)
                .chain(
                        () ->
                                audited(
                                        "user.revoke",
                                        name,
                                        tx ->
                                                grants.delete(
                                                        tx, new GrantHolder.User(name), grantId)));
    }

    /** By an admin: no old password asked. */
    Uni<Void> setPassword(String name, PasswordRequest request) {
        return setPassword(name, request.newPassword(), request.isPasswordFirst());
    }

    private Uni<Void> setPassword(String name, String password, boolean mustChange) {
        PasswordRules.requireNotTheName("/new_password", name, password);
        return passwords
                .hash(password)
                .chain(
                        hash ->
                                change(
                                        "user.set-password",
                                        name,
                                        tx -> store.setPassword(tx, name, hash, mustChange)));
    }

    Uni<Void> changeOwnPassword(String name, PasswordRequest request) {
        String old = Optional.ofNullable(request.oldPassword()).orElse("");
        return queries.account(name)
                .chain(a -> passwords.matches(old, a.flatMap(UserQueries.Account::hash)))
                .invoke(PasswordRules::requireOld)
                .invoke(() -> PasswordRules.requireNew(old, request.newPassword()))
                .chain(() -> setPassword(name, request.newPassword(), false));
    }

    private <T> Uni<T> audited(String action, String name, Function<SqlConnection, Uni<T>> step) {
        return guard.audited(action, "user " + name, tx -> queries.find(tx, name), step);
    }

    private Uni<Void> change(
            String action, String name, Function<SqlConnection, Uni<Integer>> step) {
        return audited(action, name, step)
                .chain(n -> n == 0 ? this.<UserView>none(name) : Uni.createFrom().nullItem())
                .replaceWithVoid();
    }

    private static void requireNew(String name, int inserted) {
        if (inserted == 0) {
            throw new Conflict("There is a user '" + name + "' already.");
        }
    }

    private Uni<UserView> item(UserView view) {
        return Uni.createFrom().item(view);
    }

    private <T> Uni<T> none(String name) {
        return queries.names()
                .map(known -> NearNames.of(name, known))
                .chain(near -> Uni.createFrom().failure(new NotFound("user", name, near)));
    }
}
