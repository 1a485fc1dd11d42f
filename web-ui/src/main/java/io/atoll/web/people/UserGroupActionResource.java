package io.atoll.web.people;

import io.atoll.contracts.problem.Problem;
import io.atoll.web.client.access.UserGroupClient;
import io.atoll.web.form.FormState;
import io.atoll.web.form.Refused;
import io.atoll.web.grant.GrantForm;
import io.atoll.web.people.UserGroupDetail.Forms;
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

/** What can be done to a group of users. */
@Path("/access")
@Produces(MediaType.TEXT_HTML)
class UserGroupActionResource {

    private final UserGroupPages pages;
    private final UserGroupClient groups;

    UserGroupActionResource(UserGroupPages pages, UserGroupClient groups) {
        this.pages = pages;
        this.groups = groups;
    }

    @POST
    @Path("groups/{name}/grants")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> grant(
            String name, MultivaluedMap<String, String> fields, HttpHeaders headers) {
        GrantForm form = GrantForm.read(fields);
        if (form.state().hasErrors()) {
            return Refused.again(pages.one(name, Forms.BLANK.withGrant(form.state())));
        }
        return Refused.beside(
                groups.grant(name, form.request()).map(_ -> back(name, "grant-added", headers)),
                problem -> pages.one(name, Forms.BLANK.withGrant(form.refused(problem))));
    }

    @POST
    @Path("groups/{name}/grants/{grant}/revoke")
    public Uni<Response> revoke(String name, String grant, HttpHeaders headers) {
        return groups.revoke(name, grant).map(_ -> back(name, "grant-revoked", headers));
    }

    @POST
    @Path("groups/{name}/members")
    public Uni<Response> add(String name, @RestForm @Nullable String member, HttpHeaders headers) {
        String user = member == null ? "" : member.strip();
        FormState state = FormState.of(Map.of("member", user));
        if (user.isEmpty()) {
            FormState wrong = state.wrong("member", "name a user");
            return Refused.again(pages.one(name, Forms.BLANK.withMember(wrong)));
        }
        return Refused.beside(
                groups.add(name, user).map(_ -> back(name, "member-added", headers)),
                problem ->
                        pages.one(name, Forms.BLANK.withMember(state.refused(problem, Set.of()))));
    }

    @POST
    @Path("groups/{name}/members/{user}/remove")
    public Uni<Response> remove(String name, String user, HttpHeaders headers) {
        return groups.remove(name, user).map(_ -> back(name, "member-removed", headers));
    }

    @POST
    @Path("groups/{name}/describe")
    public Uni<Response> describe(
            String name, @RestForm @Nullable String description, HttpHeaders headers) {
        Map<String, String> sent = Map.of("description", description == null ? "" : description);
        return Refused.beside(
                groups.describe(name, sent).map(_ -> back(name, "group-saved", headers)),
                problem -> pages.one(name, described(sent, problem)));
    }

    @POST
    @Path("groups/{name}/delete")
    public Uni<Response> delete(
            String name, @RestForm @Nullable String confirm, HttpHeaders headers) {
        return Refused.unlessTyped(name, confirm)
                .flatMap(groups::delete)
                .map(_ -> Toasts.go(headers, UserGroupPages.LIST, "group-deleted", name));
    }

    private static Forms described(Map<String, String> sent, Problem problem) {
        return Forms.BLANK.withAbout(FormState.of(sent).refused(problem, Set.of("description")));
    }

    private static Response back(String name, String did, HttpHeaders headers) {
        return Toasts.go(headers, UserGroupDetail.path(name), did, name);
    }
}
