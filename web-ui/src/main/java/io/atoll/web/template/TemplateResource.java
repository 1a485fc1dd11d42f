package io.atoll.web.template;

import io.atoll.contracts.template.TemplateView;
import io.atoll.web.client.Partial;
import io.atoll.web.client.TemplateClient;
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

/** Templates to look at. */
@Path("/templates")
@Produces(MediaType.TEXT_HTML)
class TemplateResource {

    @CheckedTemplate(basePath = "template")
    static class Templates {
        static native TemplateInstance list(Page page, List<TemplateLook> templates);

        static native TemplateInstance detail(
                Page page, TemplateLook look, List<TemplateView> versions);

        private Templates() {}
    }

    private final PageFactory pages;
    private final TemplateClient templates;

    TemplateResource(PageFactory pages, TemplateClient templates) {
        this.pages = pages;
        this.templates = templates;
    }

    @GET
    public Uni<TemplateInstance> list() {
        return Uni.combine()
                .all()
                .unis(pages.open("Templates", Page.Section.TEMPLATES), templates.list())
                .with(
                        (page, all) ->
                                Templates.list(page, all.stream().map(TemplateLook::of).toList()));
    }

    @GET
    @Path("{id}")
    public Uni<TemplateInstance> detail(String id) {
        return Uni.combine()
                .all()
                .unis(
                        pages.open(
                                id,
                                Page.Section.TEMPLATES,
                                new Crumb("Templates", "/templates"),
                                new Crumb(id, null)),
                        templates.one(id),
                        Partial.of(templates.versions(id)))
                .with(
                        (page, one, versions) ->
                                Templates.detail(
                                        page, TemplateLook.of(one), versions.or(List.of())));
    }

    @POST
    @Path("{id}/delete")
    public Uni<Response> delete(String id, HttpHeaders headers) {
        return templates
                .delete(id)
                .map(_ -> Toasts.go(headers, "/templates", "template-deleted", id));
    }
}
