package io.atoll.gateway.rights.explain;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.grant.RightsView;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.kit.refusal.Unauthenticated;
import io.atoll.kit.validation.Rules;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a user may do, and why. */
@Path("/api/v1/users/{name}/rights")
@Produces(MediaType.APPLICATION_JSON)
public class RightsResource {
    private final RightsQueries queries;
    private final Rules rules;

    RightsResource(RightsQueries queries, Rules rules) {
        this.queries = queries;
        this.rules = rules;
    }

    /**
     * Each permission with the grants that give it: on any cluster, on one, or on one topic, group
     * or queue of it.
     */
    @GET
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<RightsView> get(
            String name,
            @BeanParam RightsQuestion question,
            @Parameter(hidden = true) @Context RoutingContext ctx) {
        rules.requireParameters(question);
        Identity caller = Visitor.identity(ctx).orElseThrow(Unauthenticated::new);
        return queries.rights(caller, name, question.cluster(), question.resource());
    }
}
