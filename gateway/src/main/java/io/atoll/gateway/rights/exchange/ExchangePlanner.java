package io.atoll.gateway.rights.exchange;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.grant.AccessDocument;
import io.atoll.contracts.grant.AccessDocument.Group;
import io.atoll.contracts.grant.AccessDocument.Member;
import io.atoll.contracts.grant.GrantRequest;
import io.atoll.contracts.grant.RoleRequest;
import io.atoll.gateway.rights.grant.GrantHolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is to be done so that everything in a document is there. Pure. */
final class ExchangePlanner {

    static List<Step> plan(AccessDocument now, AccessDocument wanted) {
        var steps = new ArrayList<Step>();
        roles(now, wanted, steps);
        users(now, wanted, steps);
        groups(now, wanted, steps);
        return steps;
    }

    private static void roles(AccessDocument now, AccessDocument wanted, List<Step> steps) {
        var known = byName(list(now.roles()), Step::name);
        for (RoleRequest role : list(wanted.roles())) {
            RoleRequest there = known.get(Step.name(role));
            if (there == null) {
                steps.add(new Step.MakeRole(role));
            } else if (!isSame(there, role)) {
                steps.add(new Step.ChangeRole(role));
            }
        }
    }

    private static boolean isSame(RoleRequest one, RoleRequest other) {
        return Objects.equals(one.description(), other.description())
                && Permission.withImplied(one.permissions())
                        .equals(Permission.withImplied(other.permissions()));
    }

    private static void users(AccessDocument now, AccessDocument wanted, List<Step> steps) {
        var known = byName(list(now.users()), Member::name);
        for (Member user : list(wanted.users())) {
            Member there = known.get(user.name());
            if (there == null) {
                steps.add(new Step.MakeUser(user.name()));
            }
            var holder = new GrantHolder.User(user.name());
            give(holder, Optional.ofNullable(there).map(Member::grants), user.grants(), steps);
        }
    }

    private static void groups(AccessDocument now, AccessDocument wanted, List<Step> steps) {
        var known = byName(list(now.groups()), Group::name);
        for (Group group : list(wanted.groups())) {
            Group there = known.get(group.name());
            if (there == null) {
                steps.add(new Step.MakeGroup(group.name(), group.description()));
            } else if (!Objects.equals(there.description(), group.description())) {
                steps.add(new Step.DescribeGroup(group.name(), group.description()));
            }
            var members = there == null ? List.<String>of() : list(there.members());
            list(group.members()).stream()
                    .filter(m -> !members.contains(m))
                    .forEach(m -> steps.add(new Step.AddMember(group.name(), m)));
            var holder = new GrantHolder.Group(group.name());
            give(holder, Optional.ofNullable(there).map(Group::grants), group.grants(), steps);
        }
    }

    private static void give(
            GrantHolder holder,
            Optional<List<GrantRequest>> held,
            @Nullable List<GrantRequest> wanted,
            List<Step> steps) {
        list(wanted).stream()
                .filter(g -> !held.orElse(List.of()).contains(g))
                .forEach(g -> steps.add(new Step.Give(holder, g)));
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, Function.identity(), (a, _) -> a));
    }

    static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private ExchangePlanner() {}
}
