package io.atoll.provisioner.usage;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.runtime.UsageView;
import io.atoll.kit.access.RequiresPermission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Usage over HTTP. */
@Path("/api/v1")
public class UsageResource {

    private final UsageQueries queries;

    UsageResource(UsageQueries queries) {
        this.queries = queries;
    }

    @GET
    @Path("/usage")
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "List what each cluster takes from its machine")
    public Uni<List<UsageView>> all() {
        return queries.all();
    }

    @GET
    @Path("/clusters/{id}/usage")
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "Show what a cluster takes from its machine")
    public Uni<UsageView> of(@PathParam("id") String id) {
        return queries.of(id);
    }
}
