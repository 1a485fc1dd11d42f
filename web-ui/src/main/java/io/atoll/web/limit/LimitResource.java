package io.atoll.web.limit;

import io.atoll.web.client.ApiFailure;
import io.atoll.web.client.access.LimitClient;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One limit: changing it, taking it back, and the users and keys with another. */
@Path("/limits/{limit}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class LimitResource {
    private final LimitPages pages;
    private final LimitClient limits;

    LimitResource(LimitPages pages, LimitClient limits) {
        this.pages = pages;
        this.limits = limits;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<TemplateInstance> edit(String limit, @RestQuery @Nullable String after) {
        return pages.page(limit, after);
    }

    @POST
    public Uni<Response> save(
            String limit, MultivaluedMap<String, String> form, HttpHeaders headers) {
        return limits.put(limit, LimitForm.version(form), LimitForm.request(form))
                .map(_ -> Toasts.go(headers, "/limits/" + limit, "limit-saved", limit))
                .onFailure(LimitResource::isRefusal)
                .recoverWithUni(f -> again(limit, form, f, false));
    }

    @POST
    @Path("reset")
    public Uni<Response> reset(
            String limit, MultivaluedMap<String, String> form, HttpHeaders headers) {
        return limits.delete(limit, LimitForm.version(form))
                .map(_ -> Toasts.go(headers, "/limits/" + limit, "limit-reset", limit));
    }

    @POST
    @Path("overrides")
    public Uni<Response> add(
            String limit, MultivaluedMap<String, String> form, HttpHeaders headers) {
        String subject = LimitForm.text(form, "subject");
        return limits.putOverride(
                        limit,
                        LimitForm.text(form, "kind"),
                        subject,
                        LimitForm.version(form),
                        LimitForm.request(form))
                .map(_ -> Toasts.go(headers, "/limits/" + limit, "override-saved", subject))
                .onFailure(LimitResource::isRefusal)
                .recoverWithUni(f -> again(limit, form, f, true));
    }

    @POST
    @Path("overrides/delete")
    public Uni<Response> remove(
            String limit, MultivaluedMap<String, String> form, HttpHeaders headers) {
        String subject = LimitForm.text(form, "subject");
        return limits.deleteOverride(
                        limit, LimitForm.text(form, "kind"), subject, LimitForm.version(form))
                .map(_ -> Toasts.go(headers, "/limits/" + limit, "override-deleted", subject));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ApiFailure refused && refused.status() != 401;
    }

    private Uni<Response> again(
            String limit, MultivaluedMap<String, String> form, Throwable why, boolean override) {
        var refused = LimitForm.refused(form, ((ApiFailure) why).problem());
        return pages.page(
                        limit,
                        null,
                        override ? LimitForm::of : _ -> refused,
                        override ? _ -> refused : LimitForm::blank)
                .map(page -> Response.status(422).entity(page).type(MediaType.TEXT_HTML).build());
    }
}
