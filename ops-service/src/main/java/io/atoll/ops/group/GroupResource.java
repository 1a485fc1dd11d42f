package io.atoll.ops.group;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.group.GroupView;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.kit.validation.Rules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Consumer groups of a cluster, as they are at this moment. */
@Path("/api/v1/clusters/{id}/groups")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "groups")
public class GroupResource {
    private final GroupQueries queries;
    private final Rules rules;

    GroupResource(GroupQueries queries, Rules rules) {
        this.queries = queries;
        this.rules = rules;
    }

    @GET
    @RequiresPermission(Permission.GROUP_VIEW)
    @APIResponse(
            responseCode = "200",
            description = "By name; X-Data-State is partial where groups may be missing",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = GroupView.class)))
    public Response list(
            @PathParam("id") String id,
            @BeanParam GroupListParameters wanted,
            @Context UriInfo uri) {
        rules.requireParameters(wanted);
        return GroupAnswers.list(queries.list(id, wanted), uri);
    }

    @GET
    @Path("{group}")
    @RequiresPermission(Permission.GROUP_VIEW)
    public GroupView get(@PathParam("id") String id, @PathParam("group") String group) {
        return queries.one(id, group);
    }
}
