package io.atoll.gateway.rights.group;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.grant.GrantRequest;
import io.atoll.contracts.grant.GrantView;
import io.atoll.contracts.grant.UserGroupRequest;
import io.atoll.contracts.grant.UserGroupView;
import io.atoll.gateway.door.route.NextLink;
import io.atoll.gateway.rights.grant.Ceiling;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.kit.validation.PageParameters;
import io.atoll.kit.validation.Rules;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Groups of users. Who manages users must do so everywhere. */
@Path("/api/v1/user-groups")
@Produces(MediaType.APPLICATION_JSON)
public class UserGroupResource {
    private final UserGroupService groups;
    private final Ceiling ceiling;
    private final Rules rules;

    UserGroupResource(UserGroupService groups, Ceiling ceiling, Rules rules) {
        this.groups = groups;
        this.ceiling = ceiling;
        this.rules = rules;
    }

    /** All groups, by name; the token of a page is the name that it comes after. */
    @GET
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<RestResponse<List<UserGroupView>>> list(
            @BeanParam PageParameters page, @Context UriInfo uri) {
        rules.requireParameters(page);
        ceiling.require(Permission.USER_MANAGE);
        return groups.page(page).map(rows -> NextLink.page(rows, page, uri, UserGroupView::name));
    }

    /** Adds a group without members. */
    @POST
    @ResponseStatus(201)
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<UserGroupView> create(UserGroupRequest request) {
        ceiling.require(Permission.USER_MANAGE);
        return groups.create(request);
    }

    /** One group. */
    @GET
    @Path("/{name}")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<UserGroupView> get(String name) {
        ceiling.require(Permission.USER_MANAGE);
        return groups.get(name);
    }

    /** Describes a group anew. */
    @PUT
    @Path("/{name}")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<UserGroupView> update(String name, UserGroupRequest request) {
        ceiling.require(Permission.USER_MANAGE);
        return groups.update(name, request);
    }

    /** Removes a group with its grants; its members stay. */
    @DELETE
    @Path("/{name}")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<Void> delete(String name) {
        ceiling.require(Permission.USER_MANAGE);
        return groups.delete(name);
    }

    /** Makes a user a member. */
    @PUT
    @Path("/{name}/members/{user}")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<UserGroupView> addMember(String name, String user) {
        ceiling.require(Permission.USER_MANAGE);
        return groups.add(name, user);
    }

    /** Takes a member out. */
    @DELETE
    @Path("/{name}/members/{user}")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<UserGroupView> removeMember(String name, String user) {
        ceiling.require(Permission.USER_MANAGE);
        return groups.remove(name, user);
    }

    /** The grants that members have by it. */
    @GET
    @Path("/{name}/grants")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<List<GrantView>> grants(String name) {
        ceiling.require(Permission.USER_MANAGE);
        return groups.get(name).map(UserGroupView::grants);
    }

    /** Gives a group a grant. */
    @POST
    @Path("/{name}/grants")
    @ResponseStatus(201)
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<GrantView> grant(String name, GrantRequest grant) {
        ceiling.require(Permission.USER_MANAGE);
        return groups.grant(name, grant);
    }

    /** Takes a grant away. */
    @DELETE
    @Path("/{name}/grants/{grant}")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<Void> revoke(String name, String grant) {
        ceiling.require(Permission.USER_MANAGE);
        return groups.revoke(name, grant);
    }
}
