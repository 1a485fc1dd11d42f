package io.atoll.gateway.rights.exchange;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.gateway.identity.user.UserStore;
import io.atoll.gateway.rights.grant.GrantStore;
import io.atoll.gateway.rights.group.UserGroupStore;
import io.atoll.gateway.rights.role.RoleStore;
import io.atoll.kit.refusal.Conflict;
import io.atoll.kit.refusal.Invalid;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Does the steps of an import, each in the transaction that it is given. */
@ApplicationScoped
class StepRunner {
    private final RoleStore roles;
    private final UserStore users;
    private final UserGroupStore groups;
    private final GrantStore grants;

    StepRunner(RoleStore roles, UserStore users, UserGroupStore groups, GrantStore grants) {
        this.roles = roles;
        this.users = users;
        this.groups = groups;
        this.grants = grants;
    }

    Uni<Void> run(SqlClient tx, Step step) {
        return switch (step) {
            case Step.MakeRole s ->
                    roles.insert(tx, Step.name(s.role()), s.role())
                            .invoke(n -> requireRole(s, n))
                            .replaceWithVoid();
            case Step.ChangeRole s ->
                    roles.update(tx, Step.name(s.role()), s.role()).replaceWithVoid();
            case Step.MakeUser s -> users.insert(tx, s.name(), null, false).replaceWithVoid();
            case Step.MakeGroup s -> groups.insert(tx, s.name(), s.description()).replaceWithVoid();
            case Step.DescribeGroup s ->
                    groups.describe(tx, s.name(), s.description()).replaceWithVoid();
            case Step.AddMember s ->
                    groups.add(tx, s.group(), s.user())
                            .invoke(n -> requireUser(s, n))
                            .replaceWithVoid();
            case Step.Give s -> grants.insert(tx, s.holder(), s.grant()).replaceWithVoid();
        };
    }

    /** A grant of a role that is not there would wait for somebody to make one of that name. */
    private static void requireRole(Step.MakeRole step, int made) {
        if (made == 0) {
            throw new Conflict(
                    "The role '%s' cannot be made: there is one meanwhile, or there are 200, the most."
                            .formatted(Step.name(step.role())));
        }
    }

    private static void requireUser(Step.AddMember step, int added) {
        if (added == 0) {
            String detail = "there is no user '" + step.user() + "' for group " + step.group();
            throw new Invalid(List.of(new FieldError("/groups", detail)));
        }
    }
}
