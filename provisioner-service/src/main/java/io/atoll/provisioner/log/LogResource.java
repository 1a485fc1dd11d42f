package io.atoll.provisioner.log;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.runtime.LogLine;
import io.atoll.kit.access.RequiresPermission;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** Logs of nodes over HTTP. */
@Path("/api/v1/clusters/{id}/nodes/{node}/logs")
public class LogResource {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LogQueries queries;
    private final LogFollower follower;

    LogResource(LogQueries queries, LogFollower follower) {
        this.queries = queries;
        this.follower = follower;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.NODE_LOGS_VIEW)
    @Operation(
            summary = "Show the last lines of a node's log; as text/event-stream, follow it",
            description = "An event's id is the position to go on from; send it as Last-Event-ID.")
    public Uni<List<LogLine>> tail(
            @PathParam("id") String id,
            @PathParam("node") String node,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "" + LineCount.MOST))
                    @QueryParam("lines")
                    @DefaultValue("100")
                    int lines) {
        return queries.tail(id, node, LineCount.require(lines, 1));
    }

    /** Waits for the log, so that a refusal is an answer and not a stream that breaks off. */
    @GET
    @Blocking
    @RunOnVirtualThread
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RequiresPermission(Permission.NODE_LOGS_VIEW)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> follow(
            @PathParam("id") String id,
            @PathParam("node") String node,
            @QueryParam("lines") @DefaultValue("100") int lines,
            @Parameter(hidden = true) @HeaderParam("Last-Event-ID") @Nullable String last,
            @Context Sse sse) {
        int first = LineCount.require(lines, 0);
        var log = queries.source(id, node).await().atMost(PATIENCE);
        return follower.follow(log, first, last, queries.permit(id, node), sse);
    }
}
