package io.atoll.web.create;

import io.atoll.web.client.ApiFailure;
import io.atoll.web.client.ClusterClient;
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

/** The create form. */
@Path("/clusters/new")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class CreateResource {

    @CheckedTemplate(basePath = "create")
    static class Templates {
        static native TemplateInstance create(Page page, CreateView view);

        static native TemplateInstance plan(Page page, CreateView view, boolean live);

        private Templates() {}
    }

    private final PageFactory pages;
    private final CreateService service;
    private final ClusterClient clusters;

    CreateResource(PageFactory pages, CreateService service, ClusterClient clusters) {
        this.pages = pages;
        this.service = service;
        this.clusters = clusters;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> form(@RestQuery @Nullable String template) {
        return page(service.empty(template));
    }

    @POST
    @Path("plan")
    public Uni<TemplateInstance> plan(MultivaluedMap<String, String> form) {
        return Uni.combine()
                .all()
                .unis(open(), service.plan(form))
                .with((page, view) -> Templates.plan(page, view, true));
    }

    @POST
    public Uni<Response> create(MultivaluedMap<String, String> form, HttpHeaders headers) {
        return clusters.create(service.request(form))
                .map(made -> Toasts.go(headers, "/clusters/" + made.id()))
                .onFailure(ApiFailure.class)
                .recoverWithUni(f -> page(service.refused(form, f)).map(CreateResource::again));
    }

    private Uni<TemplateInstance> page(Uni<CreateView> view) {
        return Uni.combine().all().unis(open(), view).with(Templates::create);
    }

    private Uni<Page> open() {
        return pages.open(
                "New cluster",
                Page.Section.FLEET,
                new Crumb("Fleet", "/"),
                new Crumb("New cluster", null));
    }

    private static Response again(TemplateInstance page) {
        return Response.status(422).entity(page).type(MediaType.TEXT_HTML).build();
    }
}
