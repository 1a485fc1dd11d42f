package io.atoll.web.people;

import io.atoll.web.client.access.UserClient;
import io.atoll.web.form.FormState;
import io.atoll.web.form.Refused;
import io.atoll.web.grant.GrantForm;
import io.atoll.web.shell.Toasts;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What can be done to a user. */
@Path("/access")
@Produces(MediaType.TEXT_HTML)
class UserActionResource {

    private static final FormState NOTHING = FormState.of(Map.of());

    private final UserPages pages;
    private final UserClient users;

    UserActionResource(UserPages pages, UserClient users) {
        this.pages = pages;
        this.users = users;
    }

    @POST
    @Path("users/{name}/grants")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> grant(
            String name, MultivaluedMap<String, String> fields, HttpHeaders headers) {
        GrantForm form = GrantForm.read(fields);
        if (form.state().hasErrors()) {
            return Refused.again(pages.one(name, form.state(), NOTHING));
        }
        return Refused.beside(
                users.grant(name, form.request()).map(_ -> back(name, "grant-added", headers)),
                problem -> pages.one(name, form.refused(problem), NOTHING));
    }

    @POST
    @Path("users/{name}/grants/{grant}/revoke")
    public Uni<Response> revoke(String name, String grant, HttpHeaders headers) {
        return users.revoke(name, grant).map(_ -> back(name, "grant-revoked", headers));
    }

    @POST
    @Path("users/{name}/disable")
    public Uni<Response> disable(String name, HttpHeaders headers) {
        return users.setDisabled(name, true).map(_ -> back(name, "user-disabled", headers));
    }

    @POST
    @Path("users/{name}/enable")
    public Uni<Response> enable(String name, HttpHeaders headers) {
        return users.setDisabled(name, false).map(_ -> back(name, "user-enabled", headers));
    }

    @POST
    @Path("users/{name}/password")
    public Uni<Response> password(
            String name, @RestForm("new_password") @Nullable String password, HttpHeaders headers) {
        Map<String, String> request = Map.of("new_password", password == null ? "" : password);
        return Refused.beside(
                users.setPassword(name, request).map(_ -> back(name, "password-set", headers)),
                problem ->
                        pages.one(
                                name,
                                GrantForm.blank(),
                                NOTHING.refused(problem, Set.of("new_password"))));
    }

    @POST
    @Path("users/{name}/delete")
    public Uni<Response> delete(
            String name, @RestForm @Nullable String confirm, HttpHeaders headers) {
        return Refused.unlessTyped(name, confirm)
                .flatMap(users::delete)
                .map(_ -> Toasts.go(headers, UserPages.LIST, "user-deleted", name));
    }

    private static Response back(String name, String did, HttpHeaders headers) {
        return Toasts.go(headers, UserDetail.path(name), did, name);
    }
}
