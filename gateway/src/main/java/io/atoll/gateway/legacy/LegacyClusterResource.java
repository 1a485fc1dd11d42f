package io.atoll.gateway.legacy;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.legacy.LegacyCatalog;
import io.atoll.contracts.legacy.LegacyClusterStatus;
import io.atoll.contracts.legacy.LegacyDone;
import io.atoll.contracts.legacy.LegacyStartRequest;
import io.atoll.contracts.legacy.LegacyStopRequest;
import io.atoll.kit.access.RequiresPermission;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The default cluster. Today: {@code start}, {@code stop} and {@code status} under {@code
 * /api/v1/clusters/{id}}.
 */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "single cluster")
public class LegacyClusterResource {
    private final LegacyClusterService clusters;

    LegacyClusterResource(LegacyClusterService clusters) {
        this.clusters = clusters;
    }

    @POST
    @Path("cluster/start")
    @RequiresPermission(Permission.CLUSTER_START)
    @Operation(summary = "Start the default cluster and wait for it", deprecated = true)
    public Uni<LegacyClusterStatus> start(
            @Nullable LegacyStartRequest request,
            @Parameter(hidden = true) @Context RoutingContext ctx) {
        return clusters.start(Visit.toChange(ctx), request);
    }

    @POST
    @Path("cluster/stop")
    @RequiresPermission(Permission.CLUSTER_STOP)
    @Operation(summary = "Stop the default cluster and wait for it", deprecated = true)
    public Uni<LegacyDone> stop(
            @Nullable LegacyStopRequest request,
            @Parameter(hidden = true) @Context RoutingContext ctx) {
        return clusters.stop(Visit.toChange(ctx), request);
    }

    @GET
    @Path("cluster/status")
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "Show what is observed of the default cluster", deprecated = true)
    public Uni<LegacyClusterStatus> status(@Parameter(hidden = true) @Context RoutingContext ctx) {
        return clusters.status(Visit.of(ctx));
    }

    @GET
    @Path("catalog")
    @RequiresPermission(Permission.TOPIC_VIEW)
    @Operation(summary = "Show the default cluster, its topics and these routes", deprecated = true)
    public Uni<LegacyCatalog> catalog(@Parameter(hidden = true) @Context RoutingContext ctx) {
        return clusters.catalog(Visit.of(ctx));
    }
}
