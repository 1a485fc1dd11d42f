package io.atoll.provisioner.port;

import io.atoll.contracts.access.Permission;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.access.RequiresPermission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Ports over HTTP. */
@Path("/api/v1/ports")
@Produces(MediaType.APPLICATION_JSON)
public class PortResource {

    private final PortQueries queries;
    private final CallerContext caller;

    PortResource(PortQueries queries, CallerContext caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "List the ports that clusters hold")
    public Uni<List<PortView>> list() {
        return queries.held(caller.caller());
    }
}
