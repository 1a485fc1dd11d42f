package io.atoll.web.rights;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.user.UserView;
import io.atoll.web.client.Answer;
import io.atoll.web.client.ClusterClient;
import io.atoll.web.client.Partial;
import io.atoll.web.client.access.UserClient;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.Page.Crumb;
import io.atoll.web.shell.PageFactory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may what, asked and answered. */
@Path("/access/rights")
@Produces(MediaType.TEXT_HTML)
class RightsResource {

    private static final int OFFERED = 200;

    @CheckedTemplate(basePath = "rights")
    static class Templates {
        static native TemplateInstance rights(
                Page page,
                RightsQuestion question,
                Choices choices,
                @Nullable RightsAnswer answer,
                @Nullable String refused);

        private Templates() {}
    }

    /** What the question can be made of. */
    public record Choices(List<String> users, List<ClusterView> clusters) {

        static Choices of(Answer<List<UserView>> users, Partial<List<ClusterView>> clusters) {
            return new Choices(
                    users.body().stream().map(UserView::name).toList(), clusters.or(List.of()));
        }

        public List<Permission> permissions() {
            return List.of(Permission.values());
        }
    }

    private final PageFactory pages;
    private final UserClient users;
    private final ClusterClient clusters;
    private final RightsFactory rights;

    RightsResource(
            PageFactory pages, UserClient users, ClusterClient clusters, RightsFactory rights) {
        this.pages = pages;
        this.users = users;
        this.clusters = clusters;
        this.rights = rights;
    }

    @GET
    public Uni<TemplateInstance> rights(@BeanParam RightsQuestion question) {
        return Uni.combine()
                .all()
                .unis(
                        pages.open(
                                "Who may what",
                                Page.Section.ACCESS,
                                new Crumb("Access", "/access"),
                                new Crumb("Who may what", null)),
                        users.list(null, OFFERED),
                        Partial.of(clusters.list()),
                        answer(question))
                .with(
                        (page, known, all, answer) ->
                                Templates.rights(
                                        page,
                                        question,
                                        Choices.of(known, all),
                                        answer.value(),
                                        answer.reason()));
    }

    private Uni<Partial<RightsAnswer>> answer(RightsQuestion question) {
        return question.who().isEmpty()
                ? Uni.createFrom().item(new Partial<>(null, null))
                : Partial.of(rights.answer(question));
    }
}
