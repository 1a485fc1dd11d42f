package io.atoll.gateway.rights.group;

import io.atoll.contracts.grant.GrantRequest;
import io.atoll.contracts.grant.GrantView;
import io.atoll.contracts.grant.UserGroupRequest;
import io.atoll.contracts.grant.UserGroupView;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.gateway.rights.grant.AdminGuard;
import io.atoll.gateway.rights.grant.Ceiling;
import io.atoll.gateway.rights.grant.GrantHolder;
import io.atoll.gateway.rights.grant.GrantService;
import io.atoll.gateway.rights.grant.GrantStore;
import io.atoll.gateway.rights.grant.HeldQueries;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.refusal.Conflict;
import io.atoll.kit.refusal.Invalid;
import io.atoll.kit.refusal.NotFound;
import io.atoll.kit.validation.PageParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Changes groups, each in one transaction that leaves an admin behind. */
@ApplicationScoped
class UserGroupService {
    private final UserGroupStore store;
    private final GrantStore grants;
    private final GrantService rules;
    private final HeldQueries held;
    private final Ceiling ceiling;
    private final AdminGuard guard;

    UserGroupService(
            UserGroupStore store,
            GrantStore grants,
            GrantService rules,
            HeldQueries held,
            Ceiling ceiling,
            AdminGuard guard) {
        this.store = store;
        this.grants = grants;
        this.rules = rules;
        this.held = held;
        this.ceiling = ceiling;
        this.guard = guard;
    }

    Uni<List<UserGroupView>> page(PageParameters page) {
        return store.page(page);
    }

    Uni<UserGroupView> get(String name) {
        return store.find(name)
                .chain(
                        found ->
                                found.map(g -> Uni.createFrom().item(g))
                                        .orElseGet(() -> none(name)));
    }

    Uni<UserGroupView> create(UserGroupRequest request) {
        String name = request.name();
        if (name == null) {
            throw new Invalid(List.of(new FieldError("/name", "is needed")));
        }
        return audited(
                        "user-group.create",
                        name,
                        tx -> store.insert(tx, name, request.description()))
                .invoke(n -> requireNew(name, n))
                .chain(() -> get(name));
    }

    Uni<UserGroupView> update(String name, UserGroupRequest request) {
        return get(name)
                .chain(
                        () ->
                                audited(
                                        "user-group.update",
                                        name,
                                        tx -> store.describe(tx, name, request.description())))
                .chain(() -> get(name));
    }

    Uni<Void> delete(String name) {
        return changed("user-group.delete", name, tx -> store.delete(tx, name)).replaceWithVoid();
    }

    Uni<UserGroupView> add(String name, String user) {
        return get(name)
                .chain(() -> held.ofGroup(name))
                .chain(ceiling::requireGivableAll)
                .chain(
                        () ->
                                audited(
                                        "user-group.add-member",
                                        name,
                                        tx -> store.add(tx, name, user)))
                .chain(() -> get(name))
                .invoke(group -> requireMember(group, user));
    }

    Uni<UserGroupView> remove(String name, String user) {
        return changed("user-group.remove-member", name, tx -> store.remove(tx, name, user))
                .chain(() -> get(name));
    }

    Uni<GrantView> grant(String name, GrantRequest grant) {
        return get(name)
                .chain(() -> rules.requireGivable(grant))
                .chain(
                        () ->
                                audited(
                                        "user-group.grant",
                                        name,
                                        tx ->
                                                grants.insert(
                                                        tx, new GrantHolder.Group(name), grant)));
    }

    Uni<Void> revoke(String name, String grantId) {
        return changed(
                "user-group.revoke",
                name,
                tx -> grants.delete(tx, new GrantHolder.Group(name), grantId));
    }

    /** Of a group that gives no more than the caller has. */
    private <T> Uni<T> changed(String action, String name, Function<SqlConnection, Uni<T>> step) {
        return get(name)
                .chain(() -> held.ofGroup(name))
                .invoke(ceiling::requireCovers)
                .chain(() -> audited(action, name, step));
    }

    private <T> Uni<T> audited(String action, String name, Function<SqlConnection, Uni<T>> step) {
        return guard.audited(action, "group " + name, tx -> store.find(tx, name), step);
    }

    private static void requireNew(String name, int inserted) {
        if (inserted == 0) {
            throw new Conflict("There is a group '" + name + "' already.");
        }
    }

    private static void requireMember(UserGroupView group, String user) {
        if (!group.members().contains(user)) {
            throw new NotFound("user", user, List.of());
        }
    }

    private Uni<UserGroupView> none(String name) {
        return store.names()
                .map(known -> NearNames.of(name, known))
                .chain(near -> Uni.createFrom().failure(new NotFound("group", name, near)));
    }
}
