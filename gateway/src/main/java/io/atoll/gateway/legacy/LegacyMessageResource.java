package io.atoll.gateway.legacy;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.group.GroupView;
import io.atoll.contracts.legacy.LegacyGroupList;
import io.atoll.contracts.legacy.LegacyMessageList;
import io.atoll.contracts.legacy.LegacyMessagePlace;
import io.atoll.contracts.legacy.LegacyMessageRequest;
import io.atoll.contracts.topic.ConsumeView;
import io.atoll.contracts.topic.ProduceView;
import io.atoll.gateway.door.route.Service;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.kit.validation.Rules;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
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

/**
 * Records and groups of the default cluster. Today: {@code produce}, {@code consume} and {@code
 * groups} under {@code /api/v1/clusters/{id}}.
 */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "single cluster")
public class LegacyMessageResource {
    private static final String GROUPS = "/groups?page_size=1000&members=true";

    private final DefaultCluster cluster;
    private final Rules rules;
    private final Clock clock;

    LegacyMessageResource(DefaultCluster cluster, Rules rules, Clock clock) {
        this.cluster = cluster;
        this.rules = rules;
        this.clock = clock;
    }

    @POST
    @Path("produce")
    @ResponseStatus(201)
    @RequiresPermission(Permission.MESSAGE_PRODUCE)
    @Operation(summary = "Write a record to the default cluster", deprecated = true)
    public Uni<LegacyMessagePlace> produce(
            LegacyMessageRequest request, @Parameter(hidden = true) @Context RoutingContext ctx) {
        Visit visit = Visit.toChange(ctx);
        var wanted = MessageTranslation.request(request);
        return cluster.post(visit, Service.OPS, "/produce", wanted, ProduceView.class)
                .map(p -> MessageTranslation.place(p, request.key(), visit.requestId()));
    }

    @GET
    @Path("consume")
    @RequiresPermission(Permission.MESSAGE_CONSUME)
    @Operation(
            summary = "Read records of the default cluster, oldest first; no group is joined",
            deprecated = true)
    public Uni<LegacyMessageList> consume(
            @BeanParam LegacyConsumeParameters asked,
            @Parameter(hidden = true) @Context RoutingContext ctx) {
        rules.requireParameters(asked);
        Visit visit = Visit.of(ctx);
        return cluster.get(visit, Service.OPS, asked.today(), ConsumeView.class)
                .map(read -> asked.answer(read, clock.instant(), visit.requestId()));
    }

    @GET
    @Path("consumer-groups")
    @RequiresPermission(Permission.GROUP_VIEW)
    @Operation(summary = "List the consumer groups of the default cluster", deprecated = true)
    public Uni<LegacyGroupList> groups(@Parameter(hidden = true) @Context RoutingContext ctx) {
        Visit visit = Visit.of(ctx);
        return cluster.list(visit, Service.OPS, GROUPS, GroupView.class)
                .map(all -> MessageTranslation.groups(all, clock.instant(), visit.requestId()));
    }
}
