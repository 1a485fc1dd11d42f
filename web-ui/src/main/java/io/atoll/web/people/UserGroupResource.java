package io.atoll.web.people;

import io.atoll.web.client.access.UserGroupClient;
import io.atoll.web.form.FormState;
import io.atoll.web.form.FormTree;
import io.atoll.web.form.Refused;
import io.atoll.web.shell.Toasts;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Groups of users to look at, and the form that makes one. */
@Path("/access")
@Produces(MediaType.TEXT_HTML)
class UserGroupResource {

    private final UserGroupPages pages;
    private final UserGroupClient groups;

    UserGroupResource(UserGroupPages pages, UserGroupClient groups) {
        this.pages = pages;
        this.groups = groups;
    }

    @GET
    @Path("groups")
    public Uni<TemplateInstance> list(@RestQuery @Nullable String token) {
        return pages.list(token);
    }

    @GET
    @Path("groups/{name}")
    public Uni<TemplateInstance> one(String name) {
        return pages.one(name, UserGroupDetail.Forms.BLANK);
    }

    @GET
    @Path("new-group")
    public Uni<TemplateInstance> blank() {
        return pages.create(FormState.of(Map.of()));
    }

    @POST
    @Path("new-group")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> create(MultivaluedMap<String, String> fields, HttpHeaders headers) {
        FormState state = FormState.of(FormTree.values(fields));
        return Refused.beside(
                groups.create(FormTree.of(fields))
                        .map(
                                g ->
                                        Toasts.go(
                                                headers,
                                                UserGroupDetail.path(g.name()),
                                                "group-created",
                                                g.name())),
                problem -> pages.create(state.refused(problem, Set.of("name", "description"))));
    }
}
