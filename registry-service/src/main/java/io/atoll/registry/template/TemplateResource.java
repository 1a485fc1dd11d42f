package io.atoll.registry.template;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.template.TemplatePlan;
import io.atoll.contracts.template.TemplateRequest;
import io.atoll.contracts.template.TemplateView;
import io.atoll.kit.access.RequiresPermission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Templates over HTTP. {@code ?dry_run=true} answers 200 with a {@code TemplatePlan}. */
@Path("/api/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
public class TemplateResource {

    private static final String DRY_RUN = "Nothing was done: what would be, for a dry run";

    private final TemplateService templates;

    TemplateResource(TemplateService templates) {
        this.templates = templates;
    }

    @GET
    @RequiresPermission(Permission.TEMPLATE_VIEW)
    @Operation(summary = "List the templates in their newest versions")
    public Uni<List<TemplateView>> list(@QueryParam("category") @Nullable String category) {
        return templates.list(category);
    }

    @POST
    @RequiresPermission(Permission.TEMPLATE_EDIT)
    @Operation(summary = "Make a template, from values or from a cluster")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = TemplateView.class)))
    @APIResponse(
            responseCode = "200",
            description = DRY_RUN,
            content = @Content(schema = @Schema(implementation = TemplatePlan.class)))
    public Uni<RestResponse<Object>> create(
            TemplateRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("dry_run") boolean dryRun) {
        return templates.create(request, key, dryRun).map(TemplateAnswer::http);
    }

    @GET
    @Path("/{id}")
    @RequiresPermission(Permission.TEMPLATE_VIEW)
    @Operation(summary = "Show a template with its parents' values filled in")
    @APIResponse(
            responseCode = "200",
            description = "The template",
            content = @Content(schema = @Schema(implementation = TemplateView.class)))
    public Uni<RestResponse<Object>> get(@PathParam("id") String id) {
        return templates.get(id).map(TemplateAnswer::http);
    }

    @PUT
    @Path("/{id}")
    @RequiresPermission(Permission.TEMPLATE_EDIT)
    @Operation(summary = "Write the next version of a template")
    @APIResponse(
            responseCode = "200",
            description = "The new version; the plan for a dry run",
            content = @Content(schema = @Schema(oneOf = {TemplateView.class, TemplatePlan.class})))
    public Uni<RestResponse<Object>> update(
            @PathParam("id") String id,
            TemplateRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("dry_run") boolean dryRun) {
        return templates.update(id, request, ifMatch, dryRun).map(TemplateAnswer::http);
    }

    @DELETE
    @Path("/{id}")
    @RequiresPermission(Permission.TEMPLATE_EDIT)
    @Operation(summary = "Delete a template that no other extends")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(
            responseCode = "200",
            description = DRY_RUN,
            content = @Content(schema = @Schema(implementation = TemplatePlan.class)))
    public Uni<RestResponse<Object>> delete(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("dry_run") boolean dryRun) {
        return templates.delete(id, ifMatch, dryRun).map(TemplateAnswer::http);
    }

    @GET
    @Path("/{id}/versions")
    @RequiresPermission(Permission.TEMPLATE_VIEW)
    @Operation(summary = "List all versions of a template, the newest first")
    public Uni<List<TemplateView>> versions(@PathParam("id") String id) {
        return templates.versions(id);
    }
}
