package io.atoll.gateway.identity.oidc;

import io.atoll.contracts.signin.ProviderView;
import io.atoll.gateway.identity.provider.OidcConfig;
import io.atoll.kit.access.OpenRoute;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What programs are told about the provider, and what the provider tells. */
@Path("/api/v1/auth/providers")
@Produces(MediaType.APPLICATION_JSON)
public class ProviderResource {
    private final Registrations registrations;
    private final ProviderSignOut signOut;
    private final OidcConfig config;

    ProviderResource(Registrations registrations, ProviderSignOut signOut, OidcConfig config) {
        this.registrations = registrations;
        this.signOut = signOut;
        this.config = config;
    }

    /** How to sign in besides by a password; none where no provider is configured. */
    @GET
    @OpenRoute(reason = "the sign-in page shows it")
    @Extension(name = "x-permission", value = "ANYONE")
    public List<ProviderView> list() {
        return registrations.find().stream()
                .map(_ -> new ProviderView(config.name(), "/session/oidc"))
                .toList();
    }

    /** The provider says that somebody signed out there: the browser sessions here end too. */
    @POST
    @Path("/oidc/logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @OpenRoute(reason = "the token that the provider signed is the proof")
    @Extension(name = "x-permission", value = "ANYONE")
    @APIResponse(responseCode = "200", description = "The sessions have ended")
    public Uni<RestResponse<Void>> logout(@RestForm("logout_token") @Nullable String token) {
        return signOut.end(token).replaceWith(RestResponse.ok());
    }
}
