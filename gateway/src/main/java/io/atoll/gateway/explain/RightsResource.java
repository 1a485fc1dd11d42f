package io.atoll.gateway.explain;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.RightsView;
import io.atoll.gateway.access.Identity;
import io.atoll.gateway.access.Visitor;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.kit.problem.Unauthenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a user may do, and why. */
@Path("/api/v1/users/{name}/rights")
public class RightsResource {
    private final RightsQueries queries;

    RightsResource(RightsQueries queries) {
        this.queries = queries;
    }

    /**
     * Each permission with the grants that give it: on any cluster, on one, or on one topic, group
     * or queue of it.
     */
    @GET
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<RightsView> rights(
            String name,
            @RestQuery @Size(max = 63) @Nullable String cluster,
            @RestQuery @Size(max = 255) @Nullable String resource,
            @Parameter(hidden = true) @Context RoutingContext ctx) {
        Identity caller = Visitor.identity(ctx).orElseThrow(Unauthenticated::new);
        return queries.rights(caller, name, cluster, resource);
    }
}
