package io.atoll.web.template;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.template.TemplateView;
import io.atoll.web.client.ApiFailure;
import io.atoll.web.client.ClusterClient;
import io.atoll.web.client.Partial;
import io.atoll.web.client.TemplateClient;
import io.atoll.web.form.FormState;
import io.atoll.web.form.FormTree;
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
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The form that makes a template, or the next version of one. */
@Path("/templates")
@Produces(MediaType.TEXT_HTML)
class TemplateEditResource {

    @CheckedTemplate(basePath = "template")
    static class Templates {
        static native TemplateInstance edit(
                Page page,
                @Nullable String id,
                FormState form,
                List<TemplateView> templates,
                List<ClusterView> clusters);

        private Templates() {}
    }

    private final PageFactory pages;
    private final TemplateClient templates;
    private final ClusterClient clusters;

    TemplateEditResource(PageFactory pages, TemplateClient templates, ClusterClient clusters) {
        this.pages = pages;
        this.templates = templates;
        this.clusters = clusters;
    }

    @GET
    @Path("new")
    public Uni<TemplateInstance> blank(
            @RestQuery @Nullable String parent, @RestQuery @Nullable String cluster) {
        Map<String, String> values =
                Map.of(
                        "parent_id", parent == null ? "" : parent,
                        "from_cluster_id", cluster == null ? "" : cluster);
        return page(null, FormState.of(values));
    }

    @GET
    @Path("{id}/edit")
    public Uni<TemplateInstance> edit(String id) {
        return templates.one(id).flatMap(t -> page(id, TemplateForm.of(t)));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> create(MultivaluedMap<String, String> form, HttpHeaders headers) {
        return saved(templates.create(FormTree.of(form)), null, form, headers);
    }

    @POST
    @Path("{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> update(
            String id, MultivaluedMap<String, String> form, HttpHeaders headers) {
        int version = TemplateForm.version(form);
        return saved(templates.update(id, version, FormTree.of(form)), id, form, headers);
    }

    private Uni<Response> saved(
            Uni<TemplateView> call,
            @Nullable String id,
            MultivaluedMap<String, String> form,
            HttpHeaders headers) {
        return call.map(t -> Toasts.go(headers, "/templates/" + t.id(), "template-saved", t.id()))
                .onFailure(f -> f instanceof ApiFailure refused && refused.status() != 401)
                .recoverWithUni(
                        f ->
                                page(id, TemplateForm.refused(form, ((ApiFailure) f).problem()))
                                        .map(TemplateEditResource::again));
    }

    private Uni<TemplateInstance> page(@Nullable String id, FormState form) {
        String title = id == null ? "New template" : "Edit " + id;
        return Uni.combine()
                .all()
                .unis(
                        pages.open(
                                title,
                                Page.Section.TEMPLATES,
                                new Crumb("Templates", "/templates"),
                                new Crumb(title, null)),
                        Partial.of(templates.list()),
                        Partial.of(clusters.list()))
                .with(
                        (page, all, known) ->
                                Templates.edit(
                                        page, id, form, all.or(List.of()), known.or(List.of())));
    }

    private static Response again(TemplateInstance page) {
        return Response.status(422).entity(page).type(MediaType.TEXT_HTML).build();
    }
}
