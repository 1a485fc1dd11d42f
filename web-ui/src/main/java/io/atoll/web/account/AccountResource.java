package io.atoll.web.account;

import io.atoll.contracts.signin.SessionView;
import io.atoll.web.client.Partial;
import io.atoll.web.client.access.AccountClient;
import io.atoll.web.grant.GrantLook;
import io.atoll.web.shell.Page;
import io.atoll.web.shell.PageFactory;
import io.atoll.web.shell.Toasts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one may do, where one is signed in, and with which keys. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
class AccountResource {

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance account(
                Page page,
                List<GrantLook> grants,
                List<SessionView> sessions,
                @Nullable String noSessions,
                List<KeyLook> keys,
                @Nullable String noKeys);

        private Templates() {}
    }

    private final PageFactory pages;
    private final AccountClient account;

    AccountResource(PageFactory pages, AccountClient account) {
        this.pages = pages;
        this.account = account;
    }

    @GET
    public Uni<TemplateInstance> show() {
        return Uni.combine()
                .all()
                .unis(
                        pages.open("Account", Page.Section.NONE),
                        Partial.of(account.sessions().map(AccountResource::lately)),
                        Partial.of(account.keys()))
                .with(
                        (page, sessions, keys) ->
                                Templates.account(
                                        page,
                                        GrantLook.inEffect(page.viewer().grants(), page.now()),
                                        sessions.or(List.of()),
                                        sessions.reason(),
                                        KeyLook.all(keys.or(List.of()), page.now()),
                                        keys.reason()));
    }

    @POST
    @Path("sessions/{id}/end")
    public Uni<Response> end(String id, HttpHeaders headers) {
        return account.endSession(id).map(_ -> Toasts.go(headers, "/account"));
    }

    @POST
    @Path("sessions/end-others")
    public Uni<Response> endOthers(HttpHeaders headers) {
        return account.endOtherSessions().map(_ -> Toasts.go(headers, "/account"));
    }

    /** This one first, then by last use. */
    private static List<SessionView> lately(List<SessionView> sessions) {
        return sessions.stream()
                .sorted(
                        Comparator.comparing(SessionView::current)
                                .thenComparing(SessionView::lastUsedAt)
                                .reversed())
                .toList();
    }
}
