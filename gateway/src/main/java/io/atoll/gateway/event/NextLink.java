package io.atoll.gateway.event;

import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** The header Link to the next page: the same request with another token. */
public final class NextLink {

    public static <T> RestResponse.ResponseBuilder<T> add(
            RestResponse.ResponseBuilder<T> answer, UriInfo uri, Optional<String> token) {
        token.map(t -> uri.getRequestUriBuilder().replaceQueryParam("page_token", t).build())
                .ifPresent(
                        next ->
                                answer.header(
                                        "Link",
                                        "<%s?%s>; rel=\"next\""
                                                .formatted(next.getRawPath(), next.getRawQuery())));
        return answer;
    }

    private NextLink() {}
}
