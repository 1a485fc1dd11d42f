package io.atoll.registry.cluster;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.cluster.ClusterPlan;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.cluster.CreateClusterRequest;
import io.atoll.contracts.cluster.NewClusterRequest;
import io.atoll.contracts.cluster.RegisterClusterRequest;
import io.atoll.contracts.cluster.UpdateClusterRequest;
import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.contracts.connection.ConnectionTestRequest;
import io.atoll.contracts.connection.CredentialsRequest;
import io.atoll.contracts.connection.RewrapView;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.kit.validation.PageParameters;
import io.atoll.kit.validation.Rules;
import io.atoll.registry.external.UpdateRules;
import io.atoll.registry.request.Pages;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Clusters over HTTP. {@code ?dry_run=true} answers 200 with a {@code ClusterPlan}. */
@Path("/api/v1/clusters")
@Produces(MediaType.APPLICATION_JSON)
public class ClusterResource {

    private static final String DRY_RUN = "Nothing was done: what would be, for a dry run";
    private static final String ACCEPTED = "Written down; the cluster follows. See its status";

    private final ClusterService clusters;
    private final RegistrationService registrations;
    private final ClusterQueries queries;
    private final Rules rules;

    ClusterResource(
            ClusterService clusters,
            RegistrationService registrations,
            ClusterQueries queries,
            Rules rules) {
        this.clusters = clusters;
        this.registrations = registrations;
        this.queries = queries;
        this.rules = rules;
    }

    @GET
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "List clusters in the order of their ids")
    public Uni<RestResponse<List<ClusterView>>> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("environment") @Nullable String environment,
            @QueryParam("tags") List<String> tags,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("q") @Nullable String q,
            @BeanParam PageParameters page,
            @Context UriInfo uri) {
        rules.requireParameters(page);
        var wanted = new ClusterFilter.Wanted(status, environment, tags, kind, q);
        return queries.list(wanted, page).map(found -> Pages.answer(found, uri));
    }

    @POST
    @RequiresPermission(Permission.CLUSTER_CREATE)
    @Operation(
            summary =
                    "Create a cluster from a template, or register one that runs elsewhere (origin external, which needs CLUSTER_REGISTER too)")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            oneOf = {
                                                CreateClusterRequest.class,
                                                RegisterClusterRequest.class
                                            })))
    @APIResponse(
            responseCode = "201",
            description = "Written down; the cluster follows. See its status",
            content = @Content(schema = @Schema(implementation = ClusterView.class)))
    @APIResponse(
            responseCode = "200",
            description = DRY_RUN,
            content = @Content(schema = @Schema(implementation = ClusterPlan.class)))
    public Uni<RestResponse<Object>> create(
            NewClusterRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("dry_run") boolean dryRun) {
        return switch (request) {
            case CreateClusterRequest c -> clusters.create(c, key, dryRun).map(ClusterAnswer::http);
            case RegisterClusterRequest r ->
                    registrations.register(r, key, dryRun).map(ClusterAnswer::http);
        };
    }

    @POST
    @Path("/test")
    @RequiresPermission(Permission.CLUSTER_REGISTER)
    @Operation(summary = "Test a connection without storing anything; a failure is an answer, too")
    public Uni<ConnectionTest> test(ConnectionTestRequest request) {
        return registrations.test(request);
    }

    @POST
    @Path("/rewrap")
    @RequiresPermission(Permission.CLUSTER_REGISTER)
    @Operation(summary = "Seal all credentials with the first key of today; needs all clusters")
    public Uni<RewrapView> rewrap(@QueryParam("dry_run") boolean dryRun) {
        return registrations.rewrap(dryRun);
    }

    @POST
    @Path("/{id}/test")
    @RequiresPermission(Permission.CLUSTER_TEST)
    @Operation(
            summary =
                    "Test the connection of an external cluster with the credentials that it has; a failure is an answer, too")
    public Uni<ConnectionTest> testStored(@PathParam("id") String id) {
        return registrations.test(id);
    }

    @PUT
    @Path("/{id}/credentials")
    @RequiresPermission(Permission.CLUSTER_REGISTER)
    @Operation(summary = "Give an external cluster new credentials, tested first, without restart")
    @APIResponse(
            responseCode = "200",
            description = ACCEPTED,
            content = @Content(schema = @Schema(oneOf = {ClusterView.class, ClusterPlan.class})))
    public Uni<RestResponse<Object>> credentials(
            @PathParam("id") String id,
            CredentialsRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("dry_run") boolean dryRun) {
        return registrations
                .rotate(id, request.credentials(), ifMatch, dryRun)
                .map(ClusterAnswer::http);
    }

    @GET
    @Path("/{id}")
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "Show a cluster: what is wanted and what is observed")
    @APIResponse(
            responseCode = "200",
            description = "The cluster",
            content = @Content(schema = @Schema(implementation = ClusterView.class)))
    public Uni<RestResponse<Object>> get(@PathParam("id") String id) {
        return queries.view(id).map(view -> new ClusterAnswer.Current(view).http());
    }

    @PUT
    @Path("/{id}")
    @RequiresPermission(Permission.CLUSTER_UPDATE)
    @Operation(summary = "Change a cluster; what is absent stays as it is")
    @APIResponse(
            responseCode = "200",
            description = ACCEPTED,
            content = @Content(schema = @Schema(oneOf = {ClusterView.class, ClusterPlan.class})))
    public Uni<RestResponse<Object>> update(
            @PathParam("id") String id,
            UpdateClusterRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("dry_run") boolean dryRun) {
        return (UpdateRules.reconnects(request)
                        ? registrations.update(id, request, ifMatch, dryRun)
                        : clusters.update(id, request, ifMatch, dryRun))
                .map(ClusterAnswer::http);
    }

    @DELETE
    @Path("/{id}")
    @RequiresPermission(Permission.CLUSTER_DELETE)
    @Operation(summary = "Delete a cluster and its data; a running one only with force")
    @APIResponse(
            responseCode = "202",
            description = ACCEPTED,
            content = @Content(schema = @Schema(implementation = ClusterView.class)))
    @APIResponse(
            responseCode = "200",
            description = DRY_RUN,
            content = @Content(schema = @Schema(implementation = ClusterPlan.class)))
    public Uni<RestResponse<Object>> delete(
            @PathParam("id") String id,
            @QueryParam("force") boolean force,
            @QueryParam("dry_run") boolean dryRun) {
        return clusters.delete(id, force, dryRun).map(ClusterAnswer::http);
    }

    @POST
    @Path("/{id}/start")
    @RequiresPermission(Permission.CLUSTER_START)
    @Operation(summary = "Start a cluster")
    @APIResponse(
            responseCode = "202",
            description = ACCEPTED,
            content = @Content(schema = @Schema(implementation = ClusterView.class)))
    @APIResponse(
            responseCode = "200",
            description = DRY_RUN,
            content = @Content(schema = @Schema(implementation = ClusterPlan.class)))
    public Uni<RestResponse<Object>> start(
            @PathParam("id") String id, @QueryParam("dry_run") boolean dryRun) {
        return clusters.start(id, dryRun).map(ClusterAnswer::http);
    }

    @POST
    @Path("/{id}/stop")
    @RequiresPermission(Permission.CLUSTER_STOP)
    @Operation(summary = "Stop a cluster; with cleanup its data is wiped, too")
    @APIResponse(
            responseCode = "202",
            description = ACCEPTED,
            content = @Content(schema = @Schema(implementation = ClusterView.class)))
    @APIResponse(
            responseCode = "200",
            description = DRY_RUN,
            content = @Content(schema = @Schema(implementation = ClusterPlan.class)))
    public Uni<RestResponse<Object>> stop(
            @PathParam("id") String id,
            @QueryParam("cleanup") boolean cleanup,
            @QueryParam("dry_run") boolean dryRun) {
        return clusters.stop(id, cleanup, dryRun).map(ClusterAnswer::http);
    }

    @POST
    @Path("/{id}/restart")
    @RequiresPermission(Permission.CLUSTER_START)
    @Operation(summary = "Restart all nodes of a cluster")
    @APIResponse(
            responseCode = "202",
            description = ACCEPTED,
            content = @Content(schema = @Schema(implementation = ClusterView.class)))
    @APIResponse(
            responseCode = "200",
            description = DRY_RUN,
            content = @Content(schema = @Schema(implementation = ClusterPlan.class)))
    public Uni<RestResponse<Object>> restart(
            @PathParam("id") String id, @QueryParam("dry_run") boolean dryRun) {
        return clusters.restart(id, dryRun).map(ClusterAnswer::http);
    }

    @GET
    @Path("/{id}/status")
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "Show what is observed of a cluster")
    public Uni<ClusterStatus> status(@PathParam("id") String id) {
        return queries.status(id);
    }
}
