package io.atoll.gateway.identity.signin;

import io.atoll.contracts.signin.SessionView;
import io.atoll.gateway.door.route.NextLink;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.gateway.identity.session.SignInQueries;
import io.atoll.gateway.identity.session.SignInService;
import io.atoll.kit.access.SignedInRoute;
import io.atoll.kit.refusal.Unauthenticated;
import io.atoll.kit.validation.PageParameters;
import io.atoll.kit.validation.Rules;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's own sign-ins. What ends here is refused everywhere within 5 s. */
@Path("/api/v1/auth/sessions")
@Produces(MediaType.APPLICATION_JSON)
public class OwnSessionResource {
    private final SignInQueries queries;
    private final SignInService signIns;
    private final Rules rules;

    OwnSessionResource(SignInQueries queries, SignInService signIns, Rules rules) {
        this.queries = queries;
        this.signIns = signIns;
        this.rules = rules;
    }

    /** Where the caller is signed in; the token of a page is the id that it comes after. */
    @GET
    @SignedInRoute(reason = "tells callers about themselves")
    @Extension(name = "x-permission", value = "SIGNED_IN")
    public Uni<RestResponse<List<SessionView>>> list(
            @BeanParam PageParameters page,
            @Parameter(hidden = true) @Context RoutingContext ctx,
            @Context UriInfo uri) {
        rules.requireParameters(page);
        Identity i = identity(ctx);
        return queries.page(i.subject(), page, i.signIn())
                .map(all -> NextLink.page(all, page, uri, SessionView::id));
    }

    /** Ends one of the caller's sign-ins. */
    @DELETE
    @Path("/{id}")
    @SignedInRoute(reason = "ends only what the caller holds")
    @Extension(name = "x-permission", value = "SIGNED_IN")
    public Uni<Void> end(String id, @Context RoutingContext ctx) {
        return signIns.end(identity(ctx).subject(), id);
    }

    /** Ends all of the caller's sign-ins but the one that this request belongs to. */
    @DELETE
    @SignedInRoute(reason = "ends only what the caller holds")
    @Extension(name = "x-permission", value = "SIGNED_IN")
    public Uni<Void> endOthers(@Context RoutingContext ctx) {
        Identity i = identity(ctx);
        return signIns.endOthers(i.subject(), i.signIn());
    }

    private static Identity identity(RoutingContext ctx) {
        return Visitor.identity(ctx).orElseThrow(Unauthenticated::new);
    }
}
