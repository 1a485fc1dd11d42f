package io.atoll.gateway.legacy.takeover;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.cluster.SingleClusterImport;
import io.atoll.contracts.cluster.SingleClusterImportView;
import io.atoll.gateway.legacy.Visit;
import io.atoll.kit.access.RequiresPermission;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Taking over over HTTP. */
@Path("/api/v1/default-cluster/import")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "single cluster")
public class TakeoverResource {
    private final TakeoverService takeovers;

    TakeoverResource(TakeoverService takeovers) {
        this.takeovers = takeovers;
    }

    @POST
    @RequiresPermission(Permission.CLUSTER_CREATE)
    @Operation(
            summary =
                    "Take the configuration of a Local Kafka Manager over into the cluster default")
    @APIResponse(
            responseCode = "200",
            description = "The plan, or that the cluster was there before",
            content = @Content(schema = @Schema(implementation = SingleClusterImportView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The cluster is written down and follows",
            content = @Content(schema = @Schema(implementation = SingleClusterImportView.class)))
    public Uni<RestResponse<SingleClusterImportView>> run(
            SingleClusterImport file,
            @RestQuery("dry_run") boolean dryRun,
            @Parameter(hidden = true) @Context RoutingContext ctx) {
        return takeovers.run(Visit.of(ctx), file, dryRun).map(TakeoverResource::answer);
    }

    private static RestResponse<SingleClusterImportView> answer(SingleClusterImportView done) {
        return done.outcome().equals(SingleClusterImportView.CREATED)
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, done)
                        .header("Location", "/api/v1/clusters/" + done.clusterId())
                        .build()
                : RestResponse.ok(done);
    }
}
