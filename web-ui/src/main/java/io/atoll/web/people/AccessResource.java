package io.atoll.web.people;

import io.atoll.contracts.grant.RoleView;
import io.atoll.web.client.Answer;
import io.atoll.web.client.access.RoleClient;
import io.atoll.web.client.access.UserClient;
import io.atoll.web.client.access.UserGroupClient;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.PageFactory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Where the management of access begins. */
@Path("/access")
@Produces(MediaType.TEXT_HTML)
class AccessResource {

    private static final int COUNTED = 200;

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance access(Page page, Counts counts);

        private Templates() {}
    }

    /** How many there are of each, in words. */
    public record Counts(String users, String groups, String roles) {

        static Counts of(Answer<?> users, Answer<?> groups, List<RoleView> roles) {
            long own = roles.stream().filter(r -> !r.builtIn()).count();
            return new Counts(
                    words(users), words(groups), roles.size() - own + " built in, " + own + " own");
        }

        private static String words(Answer<?> page) {
            int size = page.body() instanceof List<?> list ? list.size() : 0;
            return page.nextToken() == null ? size + " in all" : "more than " + size;
        }
    }

    private final PageFactory pages;
    private final UserClient users;
    private final UserGroupClient groups;
    private final RoleClient roles;

    AccessResource(PageFactory pages, UserClient users, UserGroupClient groups, RoleClient roles) {
        this.pages = pages;
        this.users = users;
        this.groups = groups;
        this.roles = roles;
    }

    @GET
    public Uni<TemplateInstance> access() {
        return Uni.combine()
                .all()
                .unis(
                        pages.open("Access", Page.Section.ACCESS),
                        users.list(null, COUNTED),
                        groups.list(null, COUNTED),
                        roles.list())
                .with((page, u, g, r) -> Templates.access(page, Counts.of(u, g, r)));
    }
}
