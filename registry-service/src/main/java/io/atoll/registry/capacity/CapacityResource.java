package io.atoll.registry.capacity;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.runtime.CapacityView;
import io.atoll.kit.access.RequiresPermission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Capacity over HTTP. */
@Path("/api/v1/capacity")
@Produces(MediaType.APPLICATION_JSON)
public class CapacityResource {

    private final CapacityQueries queries;

    CapacityResource(CapacityQueries queries) {
        this.queries = queries;
    }

    @GET
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "Show what the machine and your quotas have, and how much is taken")
    public Uni<CapacityView> get(@QueryParam("environment") @Nullable String environment) {
        return queries.capacity(environment);
    }
}
