package io.atoll.provisioner.log;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A log is followed only by who says that it wants events; who takes anything gets it plain. So
 * does HEAD: its answer ends with its headers, and a stream without an end would hold the
 * connection that the next request comes by.
 */
class PlainByDefault {

    private static final String PLACE = "/logs";

    @ServerRequestFilter(preMatching = true)
    void decide(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().endsWith(PLACE) && !asksForEvents(request)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        }
    }

    private static boolean asksForEvents(ContainerRequestContext request) {
        var accept = String.valueOf(request.getHeaderString(HttpHeaders.ACCEPT));
        return !request.getMethod().equals(HttpMethod.HEAD)
                && accept.contains(MediaType.SERVER_SENT_EVENTS);
    }
}
