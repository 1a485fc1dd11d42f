package io.atoll.web.shell;

import io.atoll.web.client.Query;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** The way back to the door for a visitor whose sign-in is missing or over. */
final class SignIn {

    static Response redirect(UriInfo uri, HttpHeaders headers) {
        boolean part = headers.getHeaderString("HX-Request") != null;
        String here = uri.getRequestUri().getRawPath();
        String query = uri.getRequestUri().getRawQuery();
        String whole = query == null ? here : here + "?" + query;
        String error =
                headers.getHeaderString(HttpHeaders.AUTHORIZATION) == null ? null : "expired";
        Query door = Query.on("/signin").with("next", part ? null : whole).with("error", error);
        return part
                ? Response.status(401).header("HX-Redirect", door.toString()).build()
                : Response.seeOther(URI.create(door.toString())).build();
    }

    private SignIn() {}
}
