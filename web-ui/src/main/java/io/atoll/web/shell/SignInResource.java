package io.atoll.web.shell;

import io.atoll.contracts.signin.ProviderView;
import io.atoll.web.client.Partial;
import io.atoll.web.client.Query;
import io.atoll.web.client.access.AccountClient;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The door. The form is answered by the gateway, which alone sees passwords. */
@Path("/signin")
@Produces(MediaType.TEXT_HTML)
class SignInResource {

    private static final String CHANGED = "Your password is changed. Sign in with it.";

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        static native TemplateInstance signin(
                Page page,
                String next,
                @Nullable String error,
                @Nullable String good,
                List<ProviderView> providers);

        private Templates() {}
    }

    private final PageFactory pages;
    private final AccountClient account;

    SignInResource(PageFactory pages, AccountClient account) {
        this.pages = pages;
        this.account = account;
    }

    @GET
    public Uni<TemplateInstance> signIn(
            @RestQuery @Nullable String next, @RestQuery @Nullable String error) {
        boolean changed = "changed".equals(error);
        return Partial.of(account.providers())
                .map(known -> known.or(List.of()))
                .onFailure()
                .recoverWithItem(List.of())
                .map(
                        all ->
                                Templates.signin(
                                        pages.bare("Sign in"),
                                        local(next),
                                        changed ? null : words(error),
                                        changed ? CHANGED : null,
                                        leading(all, local(next))));
    }

    private static List<ProviderView> leading(List<ProviderView> providers, String next) {
        return providers.stream()
                .map(
                        p ->
                                new ProviderView(
                                        p.name(), Query.on(p.href()).with("next", next).toString()))
                .toList();
    }

    /** Only a path of this site; anything else could lead a visitor away. */
    static String local(@Nullable String next) {
        if (next == null || !next.startsWith("/")) {
            return "/";
        }
        return next.startsWith("//") || next.contains("\\") ? "/" : next;
    }

    private static @Nullable String words(@Nullable String error) {
        return switch (error) {
            case null -> null;
            case "invalid" -> "That username and password do not belong together.";
            case "locked" ->
                    "Too many attempts: sign-in for this user is paused for a few minutes.";
            case "denied" -> "You are not let in here. Ask an administrator.";
            case "taken" ->
                    "Your name is that of another user here. Ask an administrator to rename one.";
            case "stale" -> "That took too long, or began in another browser. Try again.";
            case "provider" -> "The sign-in service did not answer as it should. Try again.";
            case "busy" -> "Too many sign-ins from your network. Wait a minute and try again.";
            case "expired" -> "Your session has ended. Sign in to go on where you were.";
            default -> "Signing in did not work. Try again.";
        };
    }
}
