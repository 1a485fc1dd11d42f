package io.atoll.gateway.rights.exchange;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.audit.AuditChange;
import io.atoll.contracts.grant.AccessDocument;
import io.atoll.contracts.grant.AccessPlan;
import io.atoll.contracts.grant.GrantRequest;
import io.atoll.contracts.grant.RoleRequest;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.gateway.audit.AuditTrail;
import io.atoll.gateway.rights.grant.AdminGuard;
import io.atoll.gateway.rights.grant.Ceiling;
import io.atoll.gateway.rights.grant.Gift;
import io.atoll.gateway.rights.grant.GrantRules;
import io.atoll.gateway.rights.grant.GrantService;
import io.atoll.kit.access.Caller;
import io.atoll.kit.refusal.Invalid;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes a document over, whole or not at all, within what the caller may give. */
@ApplicationScoped
class ExchangeService {
    private final ExchangeStore store;
    private final StepRunner runner;
    private final GrantService grants;
    private final Ceiling ceiling;
    private final AdminGuard guard;
    private final AuditTrail trail;

    ExchangeService(
            ExchangeStore store,
            StepRunner runner,
            GrantService grants,
            Ceiling ceiling,
            AdminGuard guard,
            AuditTrail trail) {
        this.trail = trail;
        this.store = store;
        this.runner = runner;
        this.grants = grants;
        this.ceiling = ceiling;
        this.guard = guard;
    }

    Uni<AccessDocument> export() {
        ceiling.require(Permission.USER_MANAGE);
        return store.read();
    }

    Uni<AccessPlan> take(AccessDocument document, boolean dryRun) {
        ceiling.require(Permission.USER_MANAGE);
        requireNames(document);
        return store.read()
                .invoke(now -> requireWellWritten(document, now))
                .call(now -> grants.roles().chain(roles -> require(document, now, roles)))
                .map(now -> ExchangePlanner.plan(now, document))
                .call(steps -> dryRun ? Uni.createFrom().voidItem() : run(steps))
                .map(steps -> new AccessPlan(!dryRun, steps.stream().map(Step::change).toList()));
    }

    private Uni<Void> run(List<Step> steps) {
        var plan = new AccessPlan(true, steps.stream().map(Step::change).toList());
        Caller caller = ceiling.require(Permission.USER_MANAGE);
        var effect = new AuditChange.Effect("exchange.import-all", "access", null, plan);
        return guard.guarded(
                tx ->
                        Multi.createFrom()
                                .iterable(steps)
                                .onItem()
                                .transformToUniAndConcatenate(s -> runner.run(tx, s))
                                .collect()
                                .last()
                                .chain(() -> trail.changed(tx, caller, effect)));
    }

    private void requireWellWritten(AccessDocument document, AccessDocument now) {
        var given =
                ExchangePlanner.plan(now, document).stream()
                        .filter(Step.Give.class::isInstance)
                        .map(s -> ((Step.Give) s).grant())
                        .toList();
        GrantRules.check("/grants/", given, grants.now());
    }

    /** What the document says of roles counts: of those that are changed, before and after. */
    private Uni<Void> require(
            AccessDocument document, AccessDocument now, Map<String, Set<Permission>> known) {
        var roles = new HashMap<>(known);
        var gifts = new ArrayList<Gift>();
        for (RoleRequest role : ExchangePlanner.list(document.roles())) {
            ceiling.require(Permission.ROLE_MANAGE);
            Set<Permission> before = roles.getOrDefault(Step.name(role), Set.of());
            ceiling.requireCovers(before);
            Set<Permission> after = Permission.withImplied(role.permissions());
            roles.put(Step.name(role), after);
            gifts.add(Gift.forGood(added(Permission.withImplied(before), after)));
        }
        given(document, now).map(grant -> gift(grant, roles)).forEach(gifts::add);
        return ceiling.requireGivable(gifts);
    }

    private static Set<Permission> added(Set<Permission> before, Set<Permission> after) {
        return after.stream().filter(p -> !before.contains(p)).collect(Collectors.toSet());
    }

    private static Gift gift(GrantRequest grant, Map<String, Set<Permission>> roles) {
        Set<Permission> permissions = roles.get(grant.role());
        if (permissions == null) {
            throw new Invalid("/roles", "there is no role '" + grant.role() + "'");
        }
        return new Gift(permissions, grant.expiresAt());
    }

    /** Grants that somebody gets; a new member gets those that its group has already. */
    private static Stream<GrantRequest> given(AccessDocument document, AccessDocument now) {
        return ExchangePlanner.plan(now, document).stream()
                .flatMap(
                        step ->
                                switch (step) {
                                    case Step.Give give -> Stream.of(give.grant());
                                    case Step.AddMember member -> grantsOf(member.group(), now);
                                    case Step.MakeRole _,
                                            Step.ChangeRole _,
                                            Step.MakeUser _,
                                            Step.MakeGroup _,
                                            Step.DescribeGroup _ ->
                                            Stream.empty();
                                })
                .distinct();
    }

    private static Stream<GrantRequest> grantsOf(String group, AccessDocument now) {
        return ExchangePlanner.list(now.groups()).stream()
                .filter(g -> g.name().equals(group))
                .flatMap(g -> ExchangePlanner.list(g.grants()).stream());
    }

    private static void requireNames(AccessDocument document) {
        for (RoleRequest role : ExchangePlanner.list(document.roles())) {
            String name = role.name();
            if (name == null || Stream.of(Role.values()).anyMatch(r -> r.wire().equals(name))) {
                throw new Invalid(
                        List.of(
                                new FieldError(
                                        "/roles", "each needs a name, and no built-in one")));
            }
        }
    }
}
