package io.atoll.gateway.identity.user;

import io.atoll.contracts.grant.GrantRequest;
import io.atoll.contracts.grant.GrantView;
import io.atoll.contracts.user.CreateUserRequest;
import io.atoll.contracts.user.UserView;
import io.atoll.gateway.rights.grant.GrantHolder;
import io.atoll.gateway.rights.grant.GrantService;
import io.atoll.gateway.rights.grant.GrantStore;
import io.atoll.kit.refusal.Conflict;
import io.atoll.kit.validation.PageParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Makes, changes and removes users. */
@ApplicationScoped
class UserService {
    private final UserChanges changes;
    private final UserStore store;
    private final UserQueries queries;
    private final Passwords passwords;
    private final GrantService rules;
    private final GrantStore grants;

    UserService(
            UserChanges changes,
            UserStore store,
            UserQueries queries,
            Passwords passwords,
            GrantService rules,
            GrantStore grants) {
        this.changes = changes;
        this.store = store;
        this.queries = queries;
        this.passwords = passwords;
        this.rules = rules;
        this.grants = grants;
    }

    Uni<List<UserView>> page(PageParameters page) {
        return queries.page(page);
    }

    Uni<UserView> get(String name) {
        return queries.find(name)
                .chain(found -> found.map(this::item).orElseGet(() -> changes.none(name)));
    }

    Uni<UserView> create(CreateUserRequest request) {
        List<GrantRequest> given = Optional.ofNullable(request.grants()).orElse(List.of());
        PasswordRules.requireNotTheName("/password", request.name(), request.password());
        return rules.requireGivable("/grants/", given)
                .chain(() -> passwords.hash(request.password()))
                .chain(
                        hash ->
                                changes.run(
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
        return changes.one("user.update", name, tx -> store.setDisabled(tx, name, disabled))
                .chain(() -> get(name));
    }

    Uni<Void> delete(String name) {
        return changes.one("user.delete", name, tx -> store.delete(tx, name));
    }

    Uni<GrantView> grant(String name, GrantRequest grant) {
        return get(name)
                .chain(() -> rules.requireGivable(grant))
                .chain(
                        () ->
                                changes.run(
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
                                changes.run(
                                        "user.revoke",
                                        name,
                                        tx ->
                                                grants.delete(
                                                        tx, new GrantHolder.User(name), grantId)));
    }

    private static void requireNew(String name, int inserted) {
        if (inserted == 0) {
            throw new Conflict("There is a user '" + name + "' already.");
        }
    }

    private Uni<UserView> item(UserView view) {
        return Uni.createFrom().item(view);
    }
}
