package io.atoll.web.people;

import io.atoll.web.client.access.CredentialClient;
import io.atoll.web.shell.Toasts;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Ends what a user has signed in, and revokes its API keys. */
@Path("/access")
@Produces(MediaType.TEXT_HTML)
class UserCredentialResource {

    private final CredentialClient credentials;

    UserCredentialResource(CredentialClient credentials) {
        this.credentials = credentials;
    }

    @POST
    @Path("users/{name}/sessions/{id}/end")
    public Uni<Response> end(String name, String id, HttpHeaders headers) {
        return credentials.endSession(name, id).map(_ -> back(name, "session-ended", headers));
    }

    @POST
    @Path("users/{name}/sessions/end-all")
    public Uni<Response> endAll(String name, HttpHeaders headers) {
        return credentials.endSessions(name).map(_ -> back(name, "sessions-ended", headers));
    }

    @POST
    @Path("users/{name}/keys/{id}/revoke")
    public Uni<Response> revoke(String name, String id, HttpHeaders headers) {
        return credentials.revokeKey(id).map(_ -> back(name, "key-revoked", headers));
    }

    private static Response back(String name, String did, HttpHeaders headers) {
        return Toasts.go(headers, UserDetail.path(name), did, name);
    }
}
