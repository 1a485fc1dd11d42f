package io.atoll.web.shell;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The door. The form is answered by the gateway, which alone sees passwords. */
@Path("/signin")
@Produces(MediaType.TEXT_HTML)
class SignInResource {

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        static native TemplateInstance signin(Page page, String next, @Nullable String error);

        private Templates() {}
    }

    private final PageFactory pages;

    SignInResource(PageFactory pages) {
        this.pages = pages;
    }

    @GET
    @NonBlocking
    public TemplateInstance signIn(
            @RestQuery @Nullable String next, @RestQuery @Nullable String error) {
        return Templates.signin(pages.bare("Sign in"), local(next), words(error));
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
            case "busy" -> "Too many sign-ins from your network. Wait a minute and try again.";
            case "expired" -> "Your session has ended. Sign in to go on where you were.";
            default -> "Signing in did not work. Try again.";
        };
    }
}
