package io.atoll.web.people;

import io.atoll.contracts.user.UserView;
import io.atoll.web.client.Answer;
import io.atoll.web.client.Partial;
import io.atoll.web.client.access.UserClient;
import io.atoll.web.client.access.UserGroupClient;
import io.atoll.web.form.FormState;
import io.atoll.web.grant.GrantChoicesFactory;
import io.atoll.web.grant.GrantLook;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.Page.Crumb;
import io.atoll.web.shell.PageFactory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the pages about groups of users, with whatever their forms are to show. */
@ApplicationScoped
class UserGroupPages {

    static final String LIST = "/access/groups";
    private static final int SIZE = 50;
    private static final int OFFERED = 200;
    private static final Crumb ACCESS = new Crumb("Access", "/access");

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance groups(
                Page page, List<UserGroupRow> groups, boolean paged, @Nullable String next);

        static native TemplateInstance group(Page page, UserGroupDetail view);

        static native TemplateInstance newgroup(Page page, FormState form);

        private Templates() {}
    }

    private final PageFactory pages;
    private final UserGroupClient groups;
    private final UserClient users;
    private final GrantChoicesFactory choices;

    UserGroupPages(
            PageFactory pages,
            UserGroupClient groups,
            UserClient users,
            GrantChoicesFactory choices) {
        this.pages = pages;
        this.groups = groups;
        this.users = users;
        this.choices = choices;
    }

    Uni<TemplateInstance> list(@Nullable String token) {
        return Uni.combine()
                .all()
                .unis(
                        pages.open(
                                "Groups", Page.Section.ACCESS, ACCESS, new Crumb("Groups", null)),
                        groups.list(token, SIZE))
                .with(
                        (page, answer) ->
                                Templates.groups(
                                        page,
                                        UserGroupRow.of(answer.body(), page.now()),
                                        token != null,
                                        UserPages.next(LIST, answer)));
    }

    Uni<TemplateInstance> create(FormState form) {
        return open("New group").map(page -> Templates.newgroup(page, form));
    }

    Uni<TemplateInstance> one(String name, UserGroupDetail.Forms forms) {
        return Uni.combine()
                .all()
                .unis(
                        open(name),
                        groups.one(name),
                        choices.choices(),
                        Partial.of(users.list(null, OFFERED)))
                .with(
                        (page, group, offered, known) ->
                                Templates.group(
                                        page,
                                        new UserGroupDetail(
                                                group,
                                                GrantLook.of(group.grants(), page.now()),
                                                offered,
                                                names(known.value()),
                                                forms)));
    }

    private static List<String> names(@Nullable Answer<List<UserView>> users) {
        return users == null ? List.of() : users.body().stream().map(UserView::name).toList();
    }

    private Uni<Page> open(String title) {
        return pages.open(
                title,
                Page.Section.ACCESS,
                ACCESS,
                new Crumb("Groups", LIST),
                new Crumb(title, null));
    }
}
