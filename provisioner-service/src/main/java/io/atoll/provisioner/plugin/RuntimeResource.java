package io.atoll.provisioner.plugin;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.kit.access.RequiresPermission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Runtimes over HTTP. */
@Path("/api/v1/runtimes")
@Produces(MediaType.APPLICATION_JSON)
public class RuntimeResource {

    private final RuntimeQueries queries;
    private final RuntimeThreads threads;

    RuntimeResource(RuntimeQueries queries, RuntimeThreads threads) {
        this.queries = queries;
        this.threads = threads;
    }

    @GET
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "List the places where nodes can run, and what they have")
    public Uni<List<RuntimeView>> list() {
        return threads.call(queries::look);
    }
}
