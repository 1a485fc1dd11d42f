package io.atoll.gateway.legacy;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.legacy.LegacyTopicDone;
import io.atoll.contracts.legacy.LegacyTopicList;
import io.atoll.contracts.legacy.LegacyTopicMetadata;
import io.atoll.contracts.legacy.LegacyTopicRequest;
import io.atoll.contracts.topic.TopicView;
import io.atoll.gateway.door.route.Service;
import io.atoll.kit.access.RequiresPermission;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Topics of the default cluster. Today: {@code /api/v1/clusters/{id}/topics}. */
@Path("/topics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "single cluster")
public class LegacyTopicResource {
    private static final String ALL = "/topics?page_size=1000&config=true&internal=";

    private final DefaultCluster cluster;
    private final Clock clock;

    LegacyTopicResource(DefaultCluster cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    @GET
    @RequiresPermission(Permission.TOPIC_VIEW)
    @Operation(summary = "List the topics of the default cluster", deprecated = true)
    public Uni<LegacyTopicList> list(
            @RestQuery("include_internal") boolean internal,
            @Parameter(hidden = true) @Context RoutingContext ctx) {
        Visit visit = Visit.of(ctx);
        return cluster.list(visit, Service.OPS, ALL + internal, TopicView.class)
                .map(all -> TopicTranslation.list(all, clock.instant(), visit.requestId()));
    }

    @POST
    @ResponseStatus(201)
    @RequiresPermission(Permission.TOPIC_CREATE)
    @Operation(summary = "Create a topic in the default cluster", deprecated = true)
    public Uni<LegacyTopicDone> create(
            LegacyTopicRequest request, @Parameter(hidden = true) @Context RoutingContext ctx) {
        var wanted = TopicTranslation.request(request);
        return cluster.post(Visit.toChange(ctx), Service.OPS, "/topics", wanted, TopicView.class)
                .map(topic -> TopicTranslation.done(topic.name(), "created"));
    }

    @DELETE
    @Path("/{topic}")
    @RequiresPermission(Permission.TOPIC_DELETE)
    @Operation(summary = "Delete a topic of the default cluster", deprecated = true)
    public Uni<LegacyTopicDone> delete(
            @RestPath String topic, @Parameter(hidden = true) @Context RoutingContext ctx) {
        return cluster.delete(Visit.toChange(ctx), Service.OPS, path(topic))
                .replaceWith(() -> TopicTranslation.done(topic, "deleted"));
    }

    @GET
    @Path("/{topic}/metadata")
    @RequiresPermission(Permission.TOPIC_VIEW)
    @Operation(summary = "Show a topic of the default cluster", deprecated = true)
    public Uni<LegacyTopicMetadata> metadata(
            @RestPath String topic, @Parameter(hidden = true) @Context RoutingContext ctx) {
        Visit visit = Visit.of(ctx);
        return cluster.get(visit, Service.OPS, path(topic), TopicView.class)
                .map(t -> TopicTranslation.metadata(t, clock.instant(), visit.requestId()));
    }

    private static String path(String topic) {
        return "/topics/" + DefaultCluster.encoded(topic);
    }
}
