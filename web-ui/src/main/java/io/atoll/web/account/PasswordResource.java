package io.atoll.web.account;

import io.atoll.contracts.signin.MeView;
import io.atoll.contracts.user.PasswordRequest;
import io.atoll.web.client.ApiFailure;
import io.atoll.web.client.access.AccountClient;
import io.atoll.web.form.FormState;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.Page.Crumb;
import io.atoll.web.shell.PageFactory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Choosing a password. Everybody who has to is led here, and sees nothing else until then. */
@Path("/account/password")
@Produces(MediaType.TEXT_HTML)
class PasswordResource {
    private static final Set<String> FIELDS = Set.of("old_password", "new_password");
    private static final FormState BLANK = FormState.of(Map.of());

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance password(Page page, String name, FormState form);

        static native TemplateInstance first(Page page, String name, FormState form);

        private Templates() {}
    }

    private final PageFactory pages;
    private final AccountClient account;

    PasswordResource(PageFactory pages, AccountClient account) {
        this.pages = pages;
        this.account = account;
    }

    @GET
    public Uni<TemplateInstance> ask() {
        return account.me().chain(me -> page(me, BLANK));
    }

    /** All sessions end with the old password, this one too: the way goes on at the door. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> change(
            @RestForm("old_password") @Nullable String old,
            @RestForm("new_password") @Nullable String password,
            @RestForm @Nullable String repeated) {
        String chosen = password == null ? "" : password;
        return account.me()
                .chain(
                        me ->
                                chosen.equals(repeated)
                                        ? change(me, new PasswordRequest(old, chosen, null))
                                        : again(me, BLANK.wrong("repeated", "is not the same")));
    }

    private Uni<Response> change(MeView me, PasswordRequest request) {
        return account.changePassword(me.name(), request)
                .map(_ -> Response.seeOther(URI.create("/signin?error=changed")).build())
                .onFailure(f -> f instanceof ApiFailure refused && refused.status() != 401)
                .recoverWithUni(f -> again(me, BLANK.refused(((ApiFailure) f).problem(), FIELDS)));
    }

    private Uni<Response> again(MeView me, FormState form) {
        return page(me, form).map(html -> Response.status(422).entity(html).build());
    }

    private Uni<TemplateInstance> page(MeView me, FormState form) {
        if (me.mustChangePassword()) {
            Page bare = pages.bare("Choose a password");
            return Uni.createFrom().item(Templates.first(bare, me.name(), form));
        }
        return pages.open(
                        "Password",
                        Page.Section.NONE,
                        new Crumb("Account", "/account"),
                        new Crumb("Password", null))
                .map(page -> Templates.password(page, me.name(), form));
    }
}
