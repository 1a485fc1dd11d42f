package io.atoll.web.role;

import io.atoll.web.client.access.RoleClient;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.Page.Crumb;
import io.atoll.web.shell.PageFactory;
import io.atoll.web.shell.Toasts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Roles to look at. */
@Path("/access")
@Produces(MediaType.TEXT_HTML)
class RoleResource {

    static final String LIST = "/access/roles";
    static final Crumb ACCESS = new Crumb("Access", "/access");

    @CheckedTemplate(basePath = "role")
    static class Templates {
        static native TemplateInstance roles(Page page, List<RoleLook> roles);

        static native TemplateInstance role(Page page, RoleLook look);

        private Templates() {}
    }

    private final PageFactory pages;
    private final RoleClient roles;

    RoleResource(PageFactory pages, RoleClient roles) {
        this.pages = pages;
        this.roles = roles;
    }

    @GET
    @Path("roles")
    public Uni<TemplateInstance> list() {
        return Uni.combine()
                .all()
                .unis(
                        pages.open("Roles", Page.Section.ACCESS, ACCESS, new Crumb("Roles", null)),
                        roles.list())
                .with(
                        (page, all) ->
                                Templates.roles(page, all.stream().map(RoleLook::of).toList()));
    }

    @GET
    @Path("roles/{name}")
    public Uni<TemplateInstance> one(String name) {
        return Uni.combine()
                .all()
                .unis(
                        pages.open(
                                name,
                                Page.Section.ACCESS,
                                ACCESS,
                                new Crumb("Roles", LIST),
                                new Crumb(name, null)),
                        roles.one(name))
                .with((page, role) -> Templates.role(page, RoleLook.of(role)));
    }

    @POST
    @Path("roles/{name}/delete")
    public Uni<Response> delete(String name, HttpHeaders headers) {
        return roles.delete(name).map(_ -> Toasts.go(headers, LIST, "role-deleted", name));
    }
}
