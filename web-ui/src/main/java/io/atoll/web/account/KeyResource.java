package io.atoll.web.account;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.key.IssuedApiKeyView;
import io.atoll.web.client.ApiFailure;
import io.atoll.web.client.ClusterClient;
import io.atoll.web.client.Partial;
import io.atoll.web.client.access.AccountClient;
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
import java.time.InstantSource;
import java.util.List;

/** Making, rotating and revoking one's API keys. The page after the first two has the secret. */
@Path("/account/keys")
@Produces(MediaType.TEXT_HTML)
class KeyResource {

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance key(
                Page page, KeyForm form, List<ScopeGroup> groups, List<ClusterView> clusters);

        static native TemplateInstance secret(Page page, IssuedApiKeyView issued, boolean rotated);

        private Templates() {}
    }

    private final PageFactory pages;
    private final AccountClient account;
    private final ClusterClient clusters;
    private final InstantSource clock;

    KeyResource(
            PageFactory pages, AccountClient account, ClusterClient clusters, InstantSource clock) {
        this.pages = pages;
        this.account = account;
        this.clusters = clusters;
        this.clock = clock;
    }

    @GET
    @Path("new")
    public Uni<TemplateInstance> blank() {
        return form(KeyForm.BLANK);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> create(MultivaluedMap<String, String> sent) {
        KeyForm form = KeyForm.of(sent);
        return account.createKey(form.request(clock.instant()))
                .chain(issued -> secret(issued, false))
                .onFailure(f -> f instanceof ApiFailure refused && refused.status() != 401)
                .recoverWithUni(f -> again(form.refused(((ApiFailure) f).problem())));
    }

    @POST
    @Path("{id}/rotate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> rotate(String id, MultivaluedMap<String, String> sent) {
        return account.rotateKey(id, KeyForm.rotation(sent)).chain(issued -> secret(issued, true));
    }

    @POST
    @Path("{id}/revoke")
    public Uni<Response> revoke(String id, HttpHeaders headers) {
        return account.revokeKey(id).map(_ -> Toasts.go(headers, "/account"));
    }

    private Uni<Response> secret(IssuedApiKeyView issued, boolean rotated) {
        return frame(issued.apiKey().name())
                .map(page -> Response.ok(Templates.secret(page, issued, rotated)).build());
    }

    private Uni<Response> again(KeyForm form) {
        return form(form).map(page -> Response.status(422).entity(page).build());
    }

    private Uni<TemplateInstance> form(KeyForm form) {
        return Uni.combine()
                .all()
                .unis(frame("New API key"), Partial.of(clusters.list()))
                .with(
                        (page, all) ->
                                Templates.key(
                                        page,
                                        form,
                                        ScopeGroup.of(page.viewer().me()),
                                        all.or(List.of())));
    }

    private Uni<Page> frame(String title) {
        return pages.open(
                title, Page.Section.NONE, new Crumb("Account", "/account"), new Crumb(title, null));
    }
}
