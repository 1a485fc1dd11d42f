package io.atoll.gateway.rate.quota;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.limit.LimitRequest;
import io.atoll.contracts.limit.LimitView;
import io.atoll.kit.access.RequiresPermission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Limits of requests. */
@Path("/api/v1/limits")
@Produces(MediaType.APPLICATION_JSON)
public class LimitResource {
    private final LimitService limits;
    private final LimitChecks checks;

    LimitResource(LimitService limits, LimitChecks checks) {
        this.limits = limits;
        this.checks = checks;
    }

    /** The limit of every class. */
    @GET
    @RequiresPermission(Permission.LIMIT_VIEW)
    public Uni<List<LimitView>> list() {
        checks.require(Permission.LIMIT_VIEW);
        return limits.all();
    }

    /** The limit of a class, with its entity tag. */
    @GET
    @Path("/{class}")
    @RequiresPermission(Permission.LIMIT_VIEW)
    public Uni<RestResponse<LimitView>> get(@PathParam("class") String limitClass) {
        checks.require(Permission.LIMIT_VIEW);
        return limits.get(LimitChecks.limitClass(limitClass)).map(LimitResource::tagged);
    }

    /** Changes the limit of a class; needs If-Match. Holds everywhere within 5 s. */
    @PUT
    @Path("/{class}")
    @RequiresPermission(Permission.LIMIT_EDIT)
    public Uni<RestResponse<LimitView>> put(
            @PathParam("class") String limitClass,
            LimitRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        checks.require(Permission.LIMIT_EDIT);
        return limits.put(LimitChecks.limitClass(limitClass), request, ifMatch)
                .map(LimitResource::tagged);
    }

    /** Back to the limit of the settings; needs If-Match. */
    @DELETE
    @Path("/{class}")
    @RequiresPermission(Permission.LIMIT_EDIT)
    public Uni<Void> delete(
            @PathParam("class") String limitClass,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        checks.require(Permission.LIMIT_EDIT);
        return limits.delete(LimitChecks.limitClass(limitClass), ifMatch);
    }

    private static RestResponse<LimitView> tagged(LimitView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", EntityTag.of(view.version()))
                .build();
    }
}
