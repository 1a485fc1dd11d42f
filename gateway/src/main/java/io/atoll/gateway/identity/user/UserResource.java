package io.atoll.gateway.identity.user;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.grant.GrantRequest;
import io.atoll.contracts.grant.GrantView;
import io.atoll.contracts.user.CreateUserRequest;
import io.atoll.contracts.user.PasswordRequest;
import io.atoll.contracts.user.UpdateUserRequest;
import io.atoll.contracts.user.UserView;
import io.atoll.gateway.door.route.NextLink;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.kit.access.RequiresPermission;
import io.atoll.kit.access.SignedInRoute;
import io.atoll.kit.validation.PageParameters;
import io.atoll.kit.validation.Rules;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Users. Who manages users must do so everywhere: see {@link UserRights}. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {
    private final UserService users;
    private final PasswordService passwords;
    private final UserRights rights;
    private final Rules rules;

    UserResource(UserService users, PasswordService passwords, UserRights rights, Rules rules) {
        this.users = users;
        this.passwords = passwords;
        this.rights = rights;
        this.rules = rules;
    }

    /** All users, by name; the token of a page is the name that it comes after. */
    @GET
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<RestResponse<List<UserView>>> list(
            @BeanParam PageParameters page, @Context UriInfo uri) {
        rules.requireParameters(page);
        rights.requireManager();
        return users.page(page).map(rows -> NextLink.page(rows, page, uri, UserView::name));
    }

    /** Adds a user. */
    @POST
    @ResponseStatus(201)
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<UserView> create(CreateUserRequest request) {
        rights.requireManager();
        return users.create(request);
    }

    /** One user. */
    @GET
    @Path("/{name}")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<UserView> get(String name) {
        rights.requireManager();
        return users.get(name);
    }

    /** Disables or enables a user. Disabling ends everything that it has signed in. */
    @PUT
    @Path("/{name}")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<UserView> update(String name, UpdateUserRequest request) {
        return (request.disabled() ? rights.managed(name) : rights.entrusted(name))
                .chain(n -> users.setDisabled(n, request.disabled()));
    }

    /** Removes a user with its grants and sign-ins. */
    @DELETE
    @Path("/{name}")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<Void> delete(String name) {
        return rights.managed(name).chain(users::delete);
    }

    /** The user's own grants; those of its groups are at the groups. */
    @GET
    @Path("/{name}/grants")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<List<GrantView>> grants(String name) {
        rights.requireManager();
        return users.get(name).map(UserView::grants);
    }

    /** Gives a user a grant. */
    @POST
    @Path("/{name}/grants")
    @ResponseStatus(201)
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<GrantView> grant(String name, GrantRequest grant) {
        rights.requireManager();
        return users.grant(name, grant);
    }

    /** Takes a grant away. */
    @DELETE
    @Path("/{name}/grants/{grant}")
    @RequiresPermission(Permission.USER_MANAGE)
    public Uni<Void> revoke(String name, String grant) {
        return rights.managed(name).chain(n -> users.revoke(n, grant));
    }

    /** Sets a password: one's own with the old one, that of others as who manages users. */
    @PUT
    @Path("/{name}/password")
    @SignedInRoute(reason = "the old password or USER_MANAGE is asked for inside")
    @Extension(name = "x-permission", value = "SIGNED_IN")
    public Uni<Void> setPassword(
            String name, PasswordRequest request, @Context RoutingContext ctx) {
        return rights.isSelf(name)
                ? passwords.change(name, request, Visitor.address(ctx))
                : rights.entrusted(name).chain(n -> passwords.set(n, request));
    }
}
