package io.atoll.gateway.rate.quota;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.limit.LimitClass;
import io.atoll.contracts.limit.LimitRequest;
import io.atoll.contracts.limit.OverrideView;
import io.atoll.gateway.door.route.NextLink;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.kit.validation.PageParameters;
import io.atoll.kit.validation.Rules;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Limits of single users and keys. */
@Path("/api/v1/limits/{class}/overrides")
@Produces(MediaType.APPLICATION_JSON)
public class OverrideResource {
    private final LimitService limits;
    private final LimitQueries queries;
    private final LimitChecks checks;
    private final Rules rules;

    OverrideResource(LimitService limits, LimitQueries queries, LimitChecks checks, Rules rules) {
        this.limits = limits;
        this.queries = queries;
        this.checks = checks;
        this.rules = rules;
    }

    /** Users and keys with a limit of their own; the token of a page is what it comes after. */
    @GET
    @RequiresPermission(Permission.LIMIT_VIEW)
    public Uni<RestResponse<List<OverrideView>>> list(
            @PathParam("class") String limitClass,
            @BeanParam PageParameters page,
            @Context UriInfo uri) {
        rules.requireParameters(page);
        checks.require(Permission.LIMIT_VIEW);
        return queries.page(of(limitClass), LimitChecks.after(page.pageToken()), page.rows())
                .map(rows -> NextLink.page(rows, page, uri, OverrideResource::token));
    }

    /** The limit of a user or key, with its entity tag. */
    @GET
    @Path("/{kind}/{subject}")
    @RequiresPermission(Permission.LIMIT_VIEW)
    public Uni<RestResponse<OverrideView>> get(
            @PathParam("class") String limitClass,
            @PathParam("kind") String kind,
            @PathParam("subject") String subject) {
        checks.require(Permission.LIMIT_VIEW);
        LimitClass known = of(limitClass);
        return limits.get(known, LimitChecks.tenant(known, kind, subject))
                .map(OverrideResource::tagged);
    }

    /** Gives a user or key a limit of its own; one that is there needs If-Match. */
    @PUT
    @Path("/{kind}/{subject}")
    @RequiresPermission(Permission.LIMIT_EDIT)
    public Uni<RestResponse<OverrideView>> put(
            @PathParam("class") String limitClass,
            @PathParam("kind") String kind,
            @PathParam("subject") String subject,
            LimitRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        checks.require(Permission.LIMIT_EDIT);
        LimitClass known = of(limitClass);
        return limits.put(known, LimitChecks.tenant(known, kind, subject), request, ifMatch)
                .map(OverrideResource::tagged);
    }

    /** Back to the limit of the class; needs If-Match. */
    @DELETE
    @Path("/{kind}/{subject}")
    @RequiresPermission(Permission.LIMIT_EDIT)
    public Uni<Void> delete(
            @PathParam("class") String limitClass,
            @PathParam("kind") String kind,
            @PathParam("subject") String subject,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        checks.require(Permission.LIMIT_EDIT);
        LimitClass known = of(limitClass);
        return limits.delete(known, LimitChecks.tenant(known, kind, subject), ifMatch);
    }

    private static String token(OverrideView last) {
        return last.kind() + "/" + last.subject();
    }

    private static LimitClass of(String limitClass) {
        return LimitChecks.limitClass(limitClass);
    }

    private static RestResponse<OverrideView> tagged(OverrideView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", EntityTag.of(view.version()))
                .build();
    }
}
