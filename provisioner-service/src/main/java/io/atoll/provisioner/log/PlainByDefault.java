package io.atoll.provisioner.log;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A log is followed only by who says that it wants events; who takes anything gets it plain. */
class PlainByDefault {

    private static final String PLACE = "/logs";

    @ServerRequestFilter(preMatching = true)
    void decide(ContainerRequestContext request) {
        var accept = String.valueOf(request.getHeaderString(HttpHeaders.ACCEPT));
        if (request.getUriInfo().getPath().endsWith(PLACE)
                && !accept.contains(MediaType.SERVER_SENT_EVENTS)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        }
    }
}
