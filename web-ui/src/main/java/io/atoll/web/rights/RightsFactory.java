package io.atoll.web.rights;

import io.atoll.contracts.grant.GrantView;
import io.atoll.contracts.grant.UserGroupView;
import io.atoll.contracts.user.UserView;
import io.atoll.web.client.access.RoleClient;
import io.atoll.web.client.access.UserClient;
import io.atoll.web.client.access.UserGroupClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Asks what a user may do, and where one thing is refused, what comes near it. */
@ApplicationScoped
class RightsFactory {

    private final UserClient users;
    private final UserGroupClient groups;
    private final RoleClient roles;
    private final InstantSource clock;

    RightsFactory(UserClient users, UserGroupClient groups, RoleClient roles, InstantSource clock) {
        this.users = users;
        this.groups = groups;
        this.roles = roles;
        this.clock = clock;
    }

    Uni<RightsAnswer> answer(RightsQuestion question) {
        return users.rights(question.who(), question.clusterOrNone(), question.resourceOrNone())
                .map(view -> new RightsAnswer(question, view, RightsHints.NONE))
                .flatMap(a -> a.isRefusal() ? hinted(a) : Uni.createFrom().item(a));
    }

    private Uni<RightsAnswer> hinted(RightsAnswer answer) {
        RightsQuestion question = answer.question();
        return Uni.combine()
                .all()
                .unis(users.rights(question.who(), null, null), held(question.who()), roles.list())
                .with(
                        (anywhere, held, all) ->
                                new RightsAnswer(
                                        question,
                                        answer.view(),
                                        RightsHints.of(
                                                question.asked().orElseThrow(),
                                                anywhere,
                                                held,
                                                all,
                                                clock.instant())));
    }

    private Uni<List<GrantView>> held(String user) {
        return users.one(user)
                .flatMap(
                        u ->
                                Multi.createFrom()
                                        .iterable(u.groups())
                                        .onItem()
                                        .transformToUniAndConcatenate(groups::one)
                                        .collect()
                                        .asList()
                                        .map(through -> grants(u, through)));
    }

    private static List<GrantView> grants(UserView user, List<UserGroupView> through) {
        return Stream.concat(
                        user.grants().stream(), through.stream().flatMap(g -> g.grants().stream()))
                .toList();
    }
}
