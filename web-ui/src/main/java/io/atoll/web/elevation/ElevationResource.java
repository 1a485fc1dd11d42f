package io.atoll.web.elevation;

import io.atoll.contracts.grant.ElevationView;
import io.atoll.web.client.Partial;
import io.atoll.web.client.access.ElevationClient;
import io.atoll.web.form.FormState;
import io.atoll.web.form.Refused;
import io.atoll.web.shell.Page;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** More rights for a while, asked for with a reason. */
@Path("/elevate")
@Produces(MediaType.TEXT_HTML)
class ElevationResource {

    private static final String HERE = "/elevate";

    @CheckedTemplate(basePath = "elevation")
    static class Templates {
        static native TemplateInstance elevate(Page page, List<ElevationRow> rows, FormState sent);

        static native TemplateInstance badge(@Nullable Instant until, Instant now);

        private Templates() {}
    }

    private final PageFactory pages;
    private final ElevationClient elevations;
    private final InstantSource clock;

    ElevationResource(PageFactory pages, ElevationClient elevations, InstantSource clock) {
        this.pages = pages;
        this.elevations = elevations;
        this.clock = clock;
    }

    @GET
    public Uni<TemplateInstance> elevate() {
        return page(FormState.of(Map.of()));
    }

    /** Shown in the bar while something is in effect; empty else. */
    @GET
    @Path("badge")
    public Uni<TemplateInstance> badge() {
        return Partial.of(elevations.list())
                .map(all -> Templates.badge(last(all.or(List.of())), clock.instant()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> start(MultivaluedMap<String, String> fields, HttpHeaders headers) {
        ElevationForm form = ElevationForm.read(fields);
        if (form.state().hasErrors()) {
            return Refused.again(page(form.state()));
        }
        return Refused.beside(
                elevations
                        .start(form.request())
                        .map(e -> Toasts.go(headers, HERE, "elevated", e.grant().role())),
                problem -> page(form.refused(problem)));
    }

    @POST
    @Path("{grant}/end")
    public Uni<Response> end(String grant, HttpHeaders headers) {
        return elevations.end(grant).map(_ -> Toasts.go(headers, HERE, "elevation-ended", grant));
    }

    private Uni<TemplateInstance> page(FormState sent) {
        return Uni.combine()
                .all()
                .unis(pages.open("Rights for a while", Page.Section.NONE), elevations.list())
                .with(
                        (page, all) ->
                                Templates.elevate(
                                        page, ElevationRow.of(all, sent, page.now()), sent));
    }

    private static @Nullable Instant last(List<ElevationView> all) {
        Optional<Instant> last =
                all.stream()
                        .map(ElevationView::endsAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo);
        return last.orElse(null);
    }
}
