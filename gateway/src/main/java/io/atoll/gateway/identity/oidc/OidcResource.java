package io.atoll.gateway.identity.oidc;

import io.atoll.gateway.identity.access.GatewayConfig;
import io.atoll.gateway.identity.oidc.ProviderSignIn.Departure;
import io.atoll.gateway.identity.provider.OidcConfig;
import io.atoll.gateway.identity.provider.Registration;
import io.atoll.gateway.identity.provider.Return;
import io.atoll.gateway.identity.session.Origin;
import io.atoll.gateway.identity.signin.SessionRedirects;
import io.atoll.gateway.identity.signin.SignInOrigin;
import io.atoll.kit.access.OpenRoute;
import io.atoll.kit.refusal.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Browsers on their way to the provider and back. */
@Path("/session/oidc")
public class OidcResource {
    private static final String COOKIE = "atoll_oidc";

    private final Registrations registrations;
    private final ProviderSignIn signIn;
    private final SessionRedirects redirects;
    private final OidcConfig config;
    private final GatewayConfig gateway;

    OidcResource(
            Registrations registrations,
            ProviderSignIn signIn,
            SessionRedirects redirects,
            OidcConfig config,
            GatewayConfig gateway) {
        this.registrations = registrations;
        this.signIn = signIn;
        this.redirects = redirects;
        this.config = config;
        this.gateway = gateway;
    }

    /** Sends a browser to the provider; it goes on to {@code next} after, a path of this site. */
    @GET
    @OpenRoute(reason = "it is how to get in")
    @Extension(name = "x-permission", value = "ANYONE")
    @APIResponse(responseCode = "303", description = "To the provider")
    public Uni<RestResponse<Void>> begin(@RestQuery @Nullable String next) {
        return signIn.begin(registration(), SessionRedirects.safe(next))
                .map(d -> redirects.away(d.address(), cookie(d)))
                .onFailure(NotAdmitted.class)
                .recoverWithItem(f -> redirects.failed(f.word(), next));
    }

    /** Where the provider sends the browser back to: makes the session. */
    @GET
    @Path("/callback")
    @OpenRoute(reason = "the code, the state and the cookie are the proof")
    @Extension(name = "x-permission", value = "ANYONE")
    @APIResponse(
            responseCode = "303",
            description = "On to the page; back to the door where the sign-in failed")
    public Uni<RestResponse<Void>> finish(
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String code,
            @RestQuery @Nullable String iss,
            @RestQuery @Nullable String error,
            @Parameter(hidden = true) @RestCookie(COOKIE) @Nullable String browser,
            @Parameter(hidden = true) @Context RoutingContext ctx) {
        var back = new Return(state, code, iss, error, browser);
        Origin from = SignInOrigin.of(ctx);
        return signIn.finish(registration(), back, from)
                .map(a -> redirects.signedIn(a.ticket(), a.next(), List.of(cookie("", 0))))
                .onFailure(NotAdmitted.class)
                .recoverWithItem(f -> redirects.failed(f.word(), null));
    }

    private Registration registration() {
        return registrations.find().orElseThrow(() -> new NotFound("provider", "oidc", List.of()));
    }

    private NewCookie cookie(Departure departure) {
        return cookie(departure.browser(), (int) config.attemptLife().toSeconds());
    }

    /** Lax: it has to come along when the provider sends the browser back. */
    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(Registration.CALLBACK)
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(gateway.secureCookies())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
