package io.atoll.registry.defaultcluster;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.cluster.ClusterPlan;
import io.atoll.contracts.cluster.DefaultClusterRequest;
import io.atoll.contracts.cluster.DefaultClusterView;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.registry.request.EntityTag;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The default cluster over HTTP. */
@Path("/api/v1/default-cluster")
@Produces(MediaType.APPLICATION_JSON)
public class DefaultClusterResource {
    private final DefaultClusterService service;
    private final DefaultClusterQueries queries;
    private final CallerContext callers;

    DefaultClusterResource(
            DefaultClusterService service, DefaultClusterQueries queries, CallerContext callers) {
        this.service = service;
        this.queries = queries;
        this.callers = callers;
    }

    @GET
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "Show which cluster the routes without a cluster act on")
    @APIResponse(
            responseCode = "200",
            description = "The default cluster; without an id where there is none",
            content = @Content(schema = @Schema(implementation = DefaultClusterView.class)))
    public Uni<RestResponse<Object>> get() {
        return queries.get().map(this::tagged);
    }

    @PUT
    @RequiresPermission(Permission.CLUSTER_UPDATE)
    @Operation(summary = "Choose the default cluster")
    @APIResponse(
            responseCode = "200",
            description = "The default cluster, or the plan with dry_run=true",
            content =
                    @Content(
                            schema =
                                    @Schema(oneOf = {DefaultClusterView.class, ClusterPlan.class})))
    public Uni<RestResponse<Object>> choose(
            DefaultClusterRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("dry_run") boolean dryRun) {
        return dryRun
                ? service.plan(request.clusterId(), ifMatch).map(RestResponse::ok)
                : service.choose(request.clusterId(), ifMatch).map(this::tagged);
    }

    private RestResponse<Object> tagged(DefaultCluster found) {
        return RestResponse.ResponseBuilder.<Object>ok(found.view(callers.caller()))
                .header(HttpHeaders.ETAG, EntityTag.of(found.version()))
                .build();
    }
}
