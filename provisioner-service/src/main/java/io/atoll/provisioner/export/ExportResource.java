package io.atoll.provisioner.export;

import io.atoll.contracts.access.Permission;
import io.atoll.kit.access.RequiresPermission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Clusters as files over HTTP. */
@Path("/api/v1/clusters/{id}/export")
public class ExportResource {

    private final ExportQueries queries;

    ExportResource(ExportQueries queries) {
        this.queries = queries;
    }

    @GET
    @Produces("application/yaml")
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "Show a cluster as a compose file that starts the same cluster")
    public Uni<RestResponse<String>> export(
            @PathParam("id") String id, @QueryParam("format") @Nullable String format) {
        return queries.export(id, format).map(text -> file(id, text));
    }

    private static RestResponse<String> file(String id, String text) {
        return ResponseBuilder.ok(text)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.compose.yaml\"".formatted(id))
                .build();
    }
}
