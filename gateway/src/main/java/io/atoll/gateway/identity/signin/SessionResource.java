package io.atoll.gateway.identity.signin;

import io.atoll.gateway.identity.access.Visitor;
import io.atoll.gateway.identity.proof.Answer;
import io.atoll.gateway.identity.proof.Authenticator;
import io.atoll.gateway.identity.session.SignInKind;
import io.atoll.gateway.identity.session.SignInService;
import io.atoll.gateway.identity.session.WrongSignIn;
import io.atoll.kit.access.OpenRoute;
import io.atoll.kit.refusal.TooManyRequests;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Signing in and out for browsers: forms in, redirects out. */
@Path("/session")
public class SessionResource {
    private final SignInService signIns;
    private final Authenticator authenticator;
    private final SessionRedirects redirects;

    SessionResource(
            SignInService signIns, Authenticator authenticator, SessionRedirects redirects) {
        this.signIns = signIns;
        this.authenticator = authenticator;
        this.redirects = redirects;
    }

    /** Signs in and sets the session cookie; goes on to {@code next}, a path of this site. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @OpenRoute(reason = "it is how to get in")
    @Extension(name = "x-permission", value = "ANYONE")
    @APIResponse(
            responseCode = "303",
            description = "On to the page; back to the door where the sign-in failed")
    public Uni<RestResponse<Void>> signIn(
            @RestForm @Nullable String username,
            @RestForm @Nullable String password,
            @RestForm @Nullable String next,
            @Context RoutingContext ctx) {
        String name = username == null ? "" : username.strip();
        String secret = password == null ? "" : password;
        return signIns.signIn(name, secret, SignInOrigin.of(ctx), SignInKind.BROWSER)
                .map(ticket -> redirects.signedIn(ticket, next))
                .onFailure(WrongSignIn.class)
                .recoverWithItem(() -> redirects.failed("invalid", next))
                .onFailure(TooManyRequests.class)
                .recoverWithItem(() -> redirects.failed("locked", next));
    }

    /** Signs out, where somebody is signed in, and removes the cookie. */
    @POST
    @Path("/end")
    @OpenRoute(reason = "ends only what the cookie names")
    @Extension(name = "x-permission", value = "ANYONE")
    @APIResponse(responseCode = "303", description = "To the door")
    public Uni<RestResponse<Void>> end(@Context RoutingContext ctx) {
        return Uni.createFrom()
                .<Answer>emitter(
                        answer ->
                                authenticator.identify(
                                        Visitor.credential(ctx.request()), answer::complete))
                .chain(answer -> signOut(answer, Visitor.address(ctx)))
                .map(_ -> redirects.signedOut());
    }

    private Uni<Void> signOut(Answer answer, String address) {
        return answer.known()
                .map(i -> signIns.signOut(i, address))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
