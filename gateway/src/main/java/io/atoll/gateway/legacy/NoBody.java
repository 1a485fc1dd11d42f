package io.atoll.gateway.legacy;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Where the body may be absent, none is an empty object: it has no type to be read by. */
class NoBody {
    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

    @ServerRequestFilter(preMatching = true)
    public void fill(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean mayBeAbsent = path.equals("/cluster/start") || path.equals("/cluster/stop");
        if (mayBeAbsent && isAbsent(request)) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
            request.setEntityStream(new ByteArrayInputStream(EMPTY));
        }
    }

    private static boolean isAbsent(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null
                : length.equals("0");
    }
}
