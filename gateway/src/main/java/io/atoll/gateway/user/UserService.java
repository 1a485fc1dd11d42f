package io.atoll.gateway.user;

import io.atoll.contracts.access.CreateUserRequest;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.GrantView;
import io.atoll.contracts.access.PasswordRequest;
import io.atoll.contracts.access.UserView;
import io.atoll.kit.problem.Conflict;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.problem.NotFound;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Changes users, each in one transaction that leaves an admin behind. */
@ApplicationScoped
class UserService {
    private final Pool pool;
    private final UserStore store;
    private final UserQueries queries;
    private final Passwords passwords;

    UserService(Pool pool, UserStore store, UserQueries queries, Passwords passwords) {
        this.pool = pool;
        this.store = store;
        this.queries = queries;
        this.passwords = passwords;
    }

    Uni<List<UserView>> page(String after, int size) {
        return queries.page(after, size);
    }

    Uni<UserView> get(String name) {
        return queries.find(name).chain(found -> found.map(this::item).orElseGet(() -> none(name)));
    }

    Uni<UserView> create(CreateUserRequest request) {
        List<Grant> grants = Optional.ofNullable(request.grants()).orElse(List.of());
        GrantRules.check("/grants/", grants);
        return passwords
                .hash(request.password())
                .chain(
                        hash ->
                                pool.withTransaction(
                                        tx ->
                                                store.insert(tx, request.name(), hash)
                                                        .invoke(n -> requireNew(request.name(), n))
                                                        .chain(
                                                                () ->
                                                                        insertGrants(
                                                                                tx,
                                                                                request.name(),
                                                                                grants))))
                .chain(() -> get(request.name()));
    }

    Uni<UserView> setDisabled(String name, boolean disabled) {
        return change(name, tx -> store.setDisabled(tx, name, disabled)).chain(() -> get(name));
    }

    Uni<Void> delete(String name) {
        return change(name, tx -> store.delete(tx, name));
    }

    Uni<GrantView> grant(String name, Grant grant) {
        GrantRules.check("", grant);
        UUID id = UUID.randomUUID();
        return get(name)
                .chain(() -> pool.withTransaction(tx -> store.insertGrant(tx, name, id, grant)))
                .invoke(n -> requireNewGrant(name, n))
                .replaceWith(
                        new GrantView(
                                id.toString(),
                                grant.role(),
                                grant.environment(),
                                grant.tag(),
                                grant.cluster()));
    }

    Uni<Void> revoke(String name, String grantId) {
        UUID id = GrantRules.id(grantId);
        return get(name)
                .chain(() -> guarded(tx -> store.deleteGrant(tx, name, id)))
                .invoke(n -> requireFound("grant", grantId, n))
                .replaceWithVoid();
    }

    /** By an admin: no old password asked. */
    Uni<Void> setPassword(String name, String password) {
        return passwords
                .hash(password)
                .chain(hash -> change(name, tx -> store.setPassword(tx, name, hash)));
    }

    Uni<Void> changeOwnPassword(String name, PasswordRequest request) {
        String old = Optional.ofNullable(request.oldPassword()).orElse("");
        return queries.account(name)
                .chain(a -> passwords.matches(old, a.map(UserQueries.Account::passwordHash)))
                .invoke(GrantRules::requireOldPassword)
                .chain(() -> setPassword(name, request.newPassword()));
    }

    private Uni<Void> insertGrants(SqlConnection tx, String name, List<Grant> grants) {
        return Multi.createFrom()
                .iterable(grants)
                .onItem()
                .transformToUniAndConcatenate(
                        g -> store.insertGrant(tx, name, UUID.randomUUID(), g))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> change(String name, Function<SqlConnection, Uni<Integer>> step) {
        return guarded(step)
                .chain(n -> n == 0 ? this.<UserView>none(name) : Uni.createFrom().nullItem())
                .replaceWithVoid();
    }

    private Uni<Integer> guarded(Function<SqlConnection, Uni<Integer>> step) {
        return pool.withTransaction(
                tx ->
                        store.lock(tx)
                                .chain(() -> step.apply(tx))
                                .call(() -> store.admins(tx).invoke(UserService::requireAdmin)));
    }

    private static void requireAdmin(long admins) {
        if (admins == 0) {
            throw new Conflict("This would leave no enabled user who is admin everywhere.");
        }
    }

    private static void requireNew(String name, int inserted) {
        if (inserted == 0) {
            throw new Conflict("There is a user '" + name + "' already.");
        }
    }

    private static void requireNewGrant(String name, int inserted) {
        if (inserted == 0) {
            throw new Conflict("'" + name + "' holds this grant already.");
        }
    }

    private static void requireFound(String what, String id, int changed) {
        if (changed == 0) {
            throw new NotFound(what, id, List.of());
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
