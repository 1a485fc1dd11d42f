package io.atoll.web.shell;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Sends visitors without a sign-in to the door; the door itself and static files are open. */
class SignedInFilter {

    @ServerRequestFilter
    public @Nullable Response check(
            ContainerRequestContext request, UriInfo uri, HttpHeaders headers) {
        String path = uri.getPath();
        boolean open =
                path.startsWith("/static/")
                        || path.startsWith("/problems/")
                        || path.equals("/signin");
        boolean signedIn = headers.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        return open || signedIn ? null : SignIn.redirect(uri, headers);
    }
}
