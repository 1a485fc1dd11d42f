package io.atoll.web.role;

import io.atoll.contracts.grant.RoleView;
import io.atoll.web.client.Query;
import io.atoll.web.client.access.RoleClient;
import io.atoll.web.form.Refused;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.Page.Crumb;
import io.atoll.web.shell.PageFactory;
import io.atoll.web.shell.Toasts;
import io.quarkus.qute.CheckedTemplate;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The form that makes or changes a role of one's own. */
@Path("/access")
@Produces(MediaType.TEXT_HTML)
class RoleEditResource {

    @CheckedTemplate(basePath = "role")
    static class Templates {
        static native TemplateInstance edit(Page page, @Nullable String name, RoleForm form);

        private Templates() {}
    }

    private final PageFactory pages;
    private final RoleClient roles;

    RoleEditResource(PageFactory pages, RoleClient roles) {
        this.pages = pages;
        this.roles = roles;
    }

    /**
     * @param like name of a role to begin from
     */
    @GET
    @Path("new-role")
    public Uni<TemplateInstance> blank(@RestQuery @Nullable String like) {
        return like == null
                ? page(null, RoleForm.BLANK)
                : roles.one(like).flatMap(r -> page(null, RoleForm.like(r)));
    }

    @GET
    @Path("roles/{name}/edit")
    public Uni<TemplateInstance> edit(String name) {
        return roles.one(name).flatMap(r -> page(name, RoleForm.of(r)));
    }

    @POST
    @Path("new-role")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> create(MultivaluedMap<String, String> fields, HttpHeaders headers) {
        RoleForm form = RoleForm.read(fields);
        return saved(roles.create(form.request()), null, form, headers);
    }

    @POST
    @Path("roles/{name}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> update(
            String name, MultivaluedMap<String, String> fields, HttpHeaders headers) {
        RoleForm form = RoleForm.read(fields);
        return saved(roles.update(name, form.request()), name, form, headers);
    }

    private Uni<Response> saved(
            Uni<RoleView> call, @Nullable String name, RoleForm form, HttpHeaders headers) {
        return Refused.beside(
                call.map(r -> Toasts.go(headers, at(r.name()), "role-saved", r.name())),
                problem -> page(name, form.refused(problem)));
    }

    private Uni<TemplateInstance> page(@Nullable String name, RoleForm form) {
        String title = name == null ? "New role" : "Edit " + name;
        return pages.open(
                        title,
                        Page.Section.ACCESS,
                        RoleResource.ACCESS,
                        new Crumb("Roles", RoleResource.LIST),
                        new Crumb(title, null))
                .map(page -> Templates.edit(page, name, form));
    }

    private static String at(String name) {
        return RoleResource.LIST + "/" + Query.segment(name);
    }
}
