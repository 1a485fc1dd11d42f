package io.atoll.web.people;

import io.atoll.contracts.user.UserView;
import io.atoll.web.client.Answer;
import io.atoll.web.client.Partial;
import io.atoll.web.client.access.CredentialClient;
import io.atoll.web.client.access.UserClient;
import io.atoll.web.form.FormState;
import io.atoll.web.grant.GrantChoices;
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

/** Makes the pages about users, with whatever their forms are to show. */
@ApplicationScoped
class UserPages {

    static final String LIST = "/access/users";
    private static final int SIZE = 50;
    private static final Crumb ACCESS = new Crumb("Access", "/access");

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance users(Page page, List<UserRow> users, @Nullable String next);

        static native TemplateInstance user(Page page, UserDetail view);

        static native TemplateInstance newuser(Page page, FormState form, GrantChoices choices);

        private Templates() {}
    }

    private final PageFactory pages;
    private final UserClient users;
    private final CredentialClient credentials;
    private final GrantChoicesFactory choices;

    UserPages(
            PageFactory pages,
            UserClient users,
            CredentialClient credentials,
            GrantChoicesFactory choices) {
        this.pages = pages;
        this.users = users;
        this.credentials = credentials;
        this.choices = choices;
    }

    Uni<TemplateInstance> list(@Nullable String token) {
        return Uni.combine()
                .all()
                .unis(
                        pages.open("Users", Page.Section.ACCESS, ACCESS, new Crumb("Users", null)),
                        users.list(token, SIZE))
                .with(
                        (page, answer) ->
                                Templates.users(
                                        page,
                                        UserRow.of(answer.body(), page.now()),
                                        next(LIST, answer)));
    }

    Uni<TemplateInstance> create(FormState form) {
        return Uni.combine()
                .all()
                .unis(open("New user"), choices.choices())
                .with((page, offered) -> Templates.newuser(page, form, offered));
    }

    Uni<TemplateInstance> one(String name, FormState grant, FormState password) {
        var forms = new UserDetail.Forms(grant, password);
        return Uni.combine()
                .all()
                .unis(
                        open(name),
                        users.one(name),
                        Partial.of(credentials.sessions(name)),
                        Partial.of(credentials.keys(name)),
                        choices.choices())
                .with(
                        (page, user, sessions, keys, offered) ->
                                Templates.user(
                                        page,
                                        detail(
                                                page,
                                                user,
                                                UserCredentials.of(sessions, keys, page.now()),
                                                offered,
                                                forms)));
    }

    private static UserDetail detail(
            Page page,
            UserView user,
            UserCredentials held,
            GrantChoices offered,
            UserDetail.Forms forms) {
        return new UserDetail(
                user,
                page.viewer().name().equals(user.name()),
                GrantLook.of(user.grants(), page.now()),
                held,
                offered,
                forms);
    }

    private Uni<Page> open(String title) {
        return pages.open(
                title,
                Page.Section.ACCESS,
                ACCESS,
                new Crumb("Users", LIST),
                new Crumb(title, null));
    }

    /** Address of the next page of a list, absent on the last. */
    static @Nullable String next(String list, Answer<?> answer) {
        String token = answer.nextToken();
        return token == null ? null : list + "?token=" + token;
    }
}
