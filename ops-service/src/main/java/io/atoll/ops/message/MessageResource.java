package io.atoll.ops.message;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.topic.ConsumeView;
import io.atoll.contracts.topic.ProduceRequest;
import io.atoll.contracts.topic.ProduceView;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.ops.connection.ClusterAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Records of a cluster's topics.
@Path("/api/v1/clusters/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "messages")
public class MessageResource {

    private final ClusterAccess access;
    private final ProduceService service;
    private final ConsumeQueries queries;

    MessageResource(ClusterAccess access, ProduceService service, ConsumeQueries queries) {
        this.access = access;
        this.service = service;
        this.queries = queries;
    }

    @POST
    @Path("produce")
    @RequiresPermission(Permission.MESSAGE_PRODUCE)
    public ProduceView produce(@PathParam("id") String id, @NotNull @Valid ProduceRequest request) {
        access.require(id, Permission.MESSAGE_PRODUCE);
        return service.produce(id, request);
    }

    /// Ends when the caller goes away.
    @GET
    @Path("consume")
    @RequiresPermission(Permission.MESSAGE_CONSUME)
    public ConsumeView consume(
            @PathParam("id") String id,
            @Valid @BeanParam ConsumeParameters asked,
            @Context HttpServerResponse response) {
        access.require(id, Permission.MESSAGE_CONSUME);
        return queries.consume(id, asked, response::closed);
    }
}
