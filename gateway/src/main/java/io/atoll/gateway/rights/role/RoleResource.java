package io.atoll.gateway.rights.role;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.grant.RoleRequest;
import io.atoll.contracts.grant.RoleView;
import io.atoll.kit.access.RequiresPermission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Roles. Who manages them must do so everywhere. */
@Path("/api/v1/roles")
@Produces(MediaType.APPLICATION_JSON)
public class RoleResource {
    private final RoleService roles;

    RoleResource(RoleService roles) {
        this.roles = roles;
    }

    /** All roles, the built-in ones first; own ones are at most 200. */
    @GET
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<List<RoleView>> list() {
        return roles.list();
    }

    /** Adds a role of one's own. */
    @POST
    @ResponseStatus(201)
    @RequiresPermission(Permission.ROLE_MANAGE)
    public Uni<RoleView> create(RoleRequest request) {
        return roles.create(request);
    }

    /** One role. */
    @GET
    @Path("/{name}")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<RoleView> get(String name) {
        return roles.get(name);
    }

    /** Changes a role of one's own, for all who hold it. */
    @PUT
    @Path("/{name}")
    @RequiresPermission(Permission.ROLE_MANAGE)
    public Uni<RoleView> update(String name, RoleRequest request) {
        return roles.update(name, request);
    }

    /** Removes a role that no grant gives. */
    @DELETE
    @Path("/{name}")
    @RequiresPermission(Permission.ROLE_MANAGE)
    public Uni<Void> delete(String name) {
        return roles.delete(name);
    }
}
