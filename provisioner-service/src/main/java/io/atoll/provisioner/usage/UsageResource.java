package io.atoll.provisioner.usage;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.runtime.UsageSum;
import io.atoll.contracts.runtime.UsageView;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.kit.validation.PageParameters;
import io.atoll.kit.validation.Rules;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Usage over HTTP. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class UsageResource {

    private final UsageQueries queries;
    private final Rules rules;

    UsageResource(UsageQueries queries, Rules rules) {
        this.queries = queries;
        this.rules = rules;
    }

    @GET
    @Path("/usage")
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "List what each cluster is promised and takes, in the order of their ids")
    public Uni<RestResponse<List<UsageView>>> list(
            @BeanParam PageParameters page, @Context UriInfo uri) {
        rules.requireParameters(page);
        return queries.all().map(all -> UsagePage.of(all, UsageView::clusterId, page).http(uri));
    }

    @GET
    @Path("/usage/environments")
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "Add up by environment what clusters are promised and take")
    public Uni<RestResponse<List<UsageSum>>> byEnvironment(
            @BeanParam PageParameters page, @Context UriInfo uri) {
        rules.requireParameters(page);
        return queries.byEnvironment()
                .map(all -> UsagePage.of(all, UsageSum::name, page).http(uri));
    }

    @GET
    @Path("/usage/users")
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "Add up by the user who made them what clusters are promised and take")
    public Uni<RestResponse<List<UsageSum>>> byUser(
            @BeanParam PageParameters page, @Context UriInfo uri) {
        rules.requireParameters(page);
        return queries.byUser().map(all -> UsagePage.of(all, UsageSum::name, page).http(uri));
    }

    @GET
    @Path("/clusters/{id}/usage")
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "Show what a cluster takes from its machine")
    public Uni<UsageView> get(@PathParam("id") String id) {
        return queries.of(id);
    }
}
