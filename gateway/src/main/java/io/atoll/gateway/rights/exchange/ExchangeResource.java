package io.atoll.gateway.rights.exchange;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.grant.AccessDocument;
import io.atoll.contracts.grant.AccessPlan;
import io.atoll.kit.access.RequiresPermission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;

/** Who may do what, as one document. */
@Path("/api/v1/access")
@Produces(MediaType.APPLICATION_JSON)
public class ExchangeResource {
    private final ExchangeService exchange;

    ExchangeResource(ExchangeService exchange) {
        this.exchange = exchange;
    }

    /** Own roles, users and groups with their grants. No passwords, no keys. */
    @GET
    @Path("/export")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<AccessDocument> exportAll() {
        return exchange.export();
    }

    /** Adds and changes what the document says, whole or not at all; takes nothing away. */
    @POST
    @Path("/import")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<AccessPlan> importAll(
            @RestQuery("dry_run") @DefaultValue("false") boolean dryRun, AccessDocument document) {
        return exchange.take(document, dryRun);
    }
}
