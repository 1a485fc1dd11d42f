package io.atoll.gateway.identity.signin;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.signin.SessionView;
import io.atoll.gateway.door.route.NextLink;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.gateway.identity.session.SignInQueries;
import io.atoll.gateway.identity.session.SignInService;
import io.atoll.gateway.identity.user.UserRights;
import io.atoll.kit.access.RequiresPermission;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;

/** The sign-ins of any user, for who manages users everywhere. */
@Path("/api/v1/users/{name}/sessions")
@Produces(MediaType.APPLICATION_JSON)
public class UserSessionResource {
    private final SignInQueries queries;
    private final SignInService signIns;
    private final UserRights rights;
    private final Rules rules;

    UserSessionResource(
            SignInQueries queries, SignInService signIns, UserRights rights, Rules rules) {
        this.queries = queries;
        this.signIns = signIns;
        this.rights = rights;
        this.rules = rules;
    }

    /** Where a user is signed in; the token of a page is the id that it comes after. */
    @GET
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<RestResponse<List<SessionView>>> list(
            String name,
            @BeanParam PageParameters page,
            @Parameter(hidden = true) @Context RoutingContext ctx,
            @Context UriInfo uri) {
        rules.requireParameters(page);
        return rights.managed(name)
                .chain(n -> queries.page(n, page, signIn(ctx)))
                .map(all -> NextLink.page(all, page, uri, SessionView::id));
    }

    /** Ends one sign-in of a user. */
    @DELETE
    @Path("/{id}")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<Void> end(String name, String id) {
        return rights.managed(name).chain(n -> signIns.end(n, id));
    }

    /** Ends all sign-ins of a user but the one that this request belongs to. */
    @DELETE
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<Void> endAll(String name, @Context RoutingContext ctx) {
        return rights.managed(name).chain(n -> signIns.endOthers(n, signIn(ctx)));
    }

    private static UUID signIn(RoutingContext ctx) {
        return Visitor.identity(ctx).orElseThrow(Unauthenticated::new).signIn();
    }
}
