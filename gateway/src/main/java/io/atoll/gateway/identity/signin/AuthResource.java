package io.atoll.gateway.identity.signin;

import io.atoll.contracts.signin.LoginRequest;
import io.atoll.contracts.signin.MeView;
import io.atoll.contracts.signin.RefreshRequest;
import io.atoll.contracts.signin.TokenView;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Visitor;
import io.atoll.gateway.identity.session.SignInKind;
import io.atoll.gateway.identity.session.SignInService;
import io.atoll.gateway.identity.session.TokenService;
import io.atoll.kit.access.OpenRoute;
import io.atoll.kit.access.SignedInRoute;
import io.atoll.kit.refusal.Unauthenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/** Signing in and out for programs. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {
    private final SignInService signIns;
    private final TokenService tokens;

    AuthResource(SignInService signIns, TokenService tokens) {
        this.signIns = signIns;
        this.tokens = tokens;
    }

    /** Signs in with a password. */
    @POST
    @Path("/login")
    @Consumes(MediaType.APPLICATION_JSON)
    @OpenRoute(reason = "it is how to get in")
    @Extension(name = "x-permission", value = "ANYONE")
    public Uni<TokenView> login(LoginRequest request, @Context RoutingContext ctx) {
        return signIns.signIn(
                        request.username(),
                        request.password(),
                        SignInOrigin.of(ctx),
                        SignInKind.TOKEN)
                .chain(tokens::issue);
    }

    /** Exchanges a refresh token, once, for the next pair of tokens. */
    @POST
    @Path("/refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    @OpenRoute(reason = "the refresh token is the proof")
    @Extension(name = "x-permission", value = "ANYONE")
    public Uni<TokenView> refresh(RefreshRequest request, @Context RoutingContext ctx) {
        return tokens.refresh(request.refreshToken(), Visitor.address(ctx));
    }

    /** Ends the sign-in that the credential belongs to, with all its tokens. */
    @POST
    @Path("/logout")
    @SignedInRoute(reason = "ends only what the caller holds")
    @Extension(name = "x-permission", value = "SIGNED_IN")
    public Uni<Void> logout(@Context RoutingContext ctx) {
        return signIns.signOut(identity(ctx));
    }

    /** Who the caller is and what it may do. */
    @GET
    @Path("/me")
    @SignedInRoute(reason = "tells callers about themselves")
    @Extension(name = "x-permission", value = "SIGNED_IN")
    public MeView me(@Context RoutingContext ctx) {
        Identity i = identity(ctx);
        return new MeView(
                i.subject(), i.kind(), i.grants(), i.rights().permissions(), i.passwordDue());
    }

    private static Identity identity(RoutingContext ctx) {
        return Visitor.identity(ctx).orElseThrow(Unauthenticated::new);
    }
}
