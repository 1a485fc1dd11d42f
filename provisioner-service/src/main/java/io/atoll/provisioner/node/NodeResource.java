package io.atoll.provisioner.node;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.kit.access.RequiresPermission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Nodes over HTTP. */
@Path("/api/v1/clusters/{id}/nodes")
@Produces(MediaType.APPLICATION_JSON)
public class NodeResource {

    private final NodeQueries queries;

    NodeResource(NodeQueries queries) {
        this.queries = queries;
    }

    @GET
    @RequiresPermission(Permission.CLUSTER_VIEW)
    @Operation(summary = "List the nodes of a cluster as observed last")
    public Uni<List<NodeStatus>> list(@PathParam("id") String id) {
        return queries.nodes(id);
    }
}
