package io.atoll.ops.message;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.topic.ConsumeView;
import io.atoll.contracts.topic.ProduceRequest;
import io.atoll.contracts.topic.ProduceView;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.kit.validation.Rules;
import io.atoll.ops.connection.ClusterAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
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
    private final Rules rules;

    MessageResource(
            ClusterAccess access, ProduceService service, ConsumeQueries queries, Rules rules) {
        this.access = access;
        this.service = service;
        this.queries = queries;
        this.rules = rules;
    }

    @POST
    @Path("produce")
    @RequiresPermission(Permission.MESSAGE_PRODUCE)
    public ProduceView produce(@PathParam("id") String id, ProduceRequest request) {
        var cluster = access.requireTopic(id, Permission.MESSAGE_PRODUCE, request.topic());
        return service.produce(cluster, request);
    }

    /// Ends when the caller goes away.
    @GET
    @Path("consume")
    @RequiresPermission(Permission.MESSAGE_CONSUME)
    public ConsumeView consume(
            @PathParam("id") String id,
            @BeanParam ConsumeParameters asked,
            @Context HttpServerResponse response) {
        rules.requireParameters(asked);
        access.requireTopic(id, Permission.MESSAGE_CONSUME, asked.topic());
        return queries.consume(id, asked, response::closed);
    }
}
