package io.atoll.ops.topic;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.topic.CreateTopicRequest;
import io.atoll.contracts.topic.TopicConfigRequest;
import io.atoll.contracts.topic.TopicPlan;
import io.atoll.contracts.topic.TopicView;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.kit.validation.Rules;
import io.atoll.ops.connection.ClusterAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Topics of a cluster. With `dry_run=true` each change answers its plan and changes nothing.
@Path("/api/v1/clusters/{id}/topics")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "topics")
public class TopicResource {

    private final ClusterAccess access;
    private final TopicQueries queries;
    private final TopicService service;
    private final Rules rules;

    TopicResource(ClusterAccess access, TopicQueries queries, TopicService service, Rules rules) {
        this.access = access;
        this.queries = queries;
        this.service = service;
        this.rules = rules;
    }

    @GET
    @RequiresPermission(Permission.TOPIC_VIEW)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = TopicView.class)))
    public Response list(
            @PathParam("id") String id,
            @BeanParam TopicListParameters wanted,
            @Context UriInfo uri) {
        rules.requireParameters(wanted);
        return TopicAnswers.list(queries.list(id, wanted), uri);
    }

    @POST
    @RequiresPermission(Permission.TOPIC_CREATE)
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = TopicView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The plan, with dry_run=true",
            content = @Content(schema = @Schema(implementation = TopicPlan.class)))
    public Response create(
            @PathParam("id") String id,
            @QueryParam("dry_run") @DefaultValue("false") boolean dryRun,
            CreateTopicRequest topic) {
        var cluster =
                access.requireOn(
                        id, Permission.TOPIC_CREATE, Permission.CLUSTER_VIEW, topic.name());
        return dryRun
                ? Response.ok(service.planCreate(cluster, topic)).build()
                : TopicAnswers.created(id, service.create(cluster, topic, access.subject()));
    }

    @GET
    @Path("{topic}")
    @RequiresPermission(Permission.TOPIC_VIEW)
    public TopicView get(@PathParam("id") String id, @PathParam("topic") String topic) {
        return queries.one(id, topic);
    }

    @DELETE
    @Path("{topic}")
    @RequiresPermission(Permission.TOPIC_DELETE)
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(
            responseCode = "200",
            description = "The plan, with dry_run=true",
            content = @Content(schema = @Schema(implementation = TopicPlan.class)))
    public Response delete(
            @PathParam("id") String id,
            @PathParam("topic") String topic,
            @QueryParam("dry_run") @DefaultValue("false") boolean dryRun) {
        var cluster = access.requireTopic(id, Permission.TOPIC_DELETE, topic);
        if (dryRun) {
            return Response.ok(service.planDelete(cluster, topic)).build();
        }
        service.delete(cluster, topic, access.subject());
        return Response.noContent().build();
    }

    @PUT
    @Path("{topic}/config")
    @RequiresPermission(Permission.TOPIC_UPDATE)
    @APIResponse(
            responseCode = "200",
            description = "The topic, or the plan with dry_run=true",
            content = @Content(schema = @Schema(oneOf = {TopicView.class, TopicPlan.class})))
    public Response configure(
            @PathParam("id") String id,
            @PathParam("topic") String topic,
            @QueryParam("dry_run") @DefaultValue("false") boolean dryRun,
            TopicConfigRequest wanted) {
        var cluster = access.requireTopic(id, Permission.TOPIC_UPDATE, topic);
        return dryRun
                ? Response.ok(service.planConfigure(cluster, topic, wanted)).build()
                : Response.ok(service.configure(cluster, topic, wanted, access.subject())).build();
    }
}
