package io.atoll.gateway.rights.role;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.grant.RoleRequest;
import io.atoll.contracts.grant.RoleView;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.gateway.audit.AuditTrail;
import io.atoll.gateway.rights.grant.Ceiling;
import io.atoll.gateway.rights.grant.Gift;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.refusal.Conflict;
import io.atoll.kit.refusal.Invalid;
import io.atoll.kit.refusal.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes and changes roles of one's own, of permissions that the caller has everywhere. */
@ApplicationScoped
class RoleService {
    private final Pool pool;
    private final RoleStore store;
    private final Ceiling ceiling;
    private final AuditTrail trail;

    RoleService(Pool pool, RoleStore store, Ceiling ceiling, AuditTrail trail) {
        this.trail = trail;
        this.pool = pool;
        this.store = store;
        this.ceiling = ceiling;
    }

    Uni<List<RoleView>> list() {
        ceiling.require(Permission.USER_MANAGE);
        return all();
    }

    Uni<RoleView> get(String name) {
        ceiling.require(Permission.USER_MANAGE);
        return find(name);
    }

    Uni<RoleView> create(RoleRequest request) {
        String name = requireName(request);
        ceiling.require(Permission.ROLE_MANAGE);
        return requireGivable(request, Set.of())
                .chain(() -> audited("role.create", name, tx -> store.insert(tx, name, request)))
                .invoke(n -> requireNew(name, n))
                .chain(() -> find(name));
    }

    /** What the role gave before must be the caller's, too: it could take it from others. */
    Uni<RoleView> update(String name, RoleRequest request) {
        ceiling.require(Permission.ROLE_MANAGE);
        return find(name)
                .invoke(RoleService::requireOwn)
                .invoke(before -> ceiling.requireCovers(before.permissions()))
                .call(before -> requireGivable(request, before.permissions()))
                .chain(() -> audited("role.update", name, tx -> store.update(tx, name, request)))
                .chain(() -> find(name));
    }

    Uni<Void> delete(String name) {
        ceiling.require(Permission.ROLE_MANAGE);
        return find(name)
                .invoke(RoleService::requireOwn)
                .chain(() -> audited("role.delete", name, tx -> store.delete(tx, name)))
                .chain(n -> n > 0 ? Uni.createFrom().voidItem() : held(name));
    }

    private Uni<Integer> audited(
            String action, String name, Function<SqlConnection, Uni<Integer>> step) {
        return pool.withTransaction(
                trail.around(action, "role " + name, tx -> store.find(tx, name), step));
    }

    private Uni<List<RoleView>> all() {
        return store.all().map(own -> Stream.concat(builtIn(), own.stream()).toList());
    }

    private static Stream<RoleView> builtIn() {
        return Arrays.stream(Role.values())
                .map(r -> new RoleView(r.wire(), true, null, r.permissions()));
    }

    private Uni<RoleView> find(String name) {
        return all().map(roles -> find(name, roles));
    }

    private static RoleView find(String name, List<RoleView> roles) {
        return roles.stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> none(name, roles));
    }

    private static NotFound none(String name, List<RoleView> roles) {
        var known = roles.stream().map(RoleView::name).toList();
        return new NotFound("role", name, NearNames.of(name, known));
    }

    /** A role has no end, nor has what is added to it for those who hold it. */
    private Uni<Void> requireGivable(RoleRequest request, Set<Permission> before) {
        Set<Permission> added = Permission.withImplied(request.permissions());
        added.removeAll(Permission.withImplied(before));
        return ceiling.requireGivable(List.of(Gift.forGood(added)));
    }

    private static String requireName(RoleRequest request) {
        String name = request.name();
        if (name == null) {
            throw new Invalid(List.of(new FieldError("/name", "is needed")));
        }
        if (builtIn().anyMatch(r -> r.name().equals(name))) {
            throw new Conflict("'" + name + "' is a built-in role.");
        }
        return name;
    }

    private static void requireOwn(RoleView role) {
        if (role.builtIn()) {
            throw new Conflict("'" + role.name() + "' is built in and cannot be changed.");
        }
    }

    private static void requireNew(String name, int inserted) {
        if (inserted == 0) {
            throw new Conflict(
                    "There is a role '" + name + "' already, or there are 200, the most.");
        }
    }

    private Uni<Void> held(String name) {
        return store.holders(name)
                .chain(
                        holders ->
                                Uni.createFrom()
                                        .failure(
                                                new Conflict(
                                                        "Grants give the role '%s' to %s. Take them away first."
                                                                .formatted(
                                                                        name,
                                                                        String.join(
                                                                                ", ", holders)))));
    }
}
