package io.atoll.registry.request;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers with a page: a plain array, and the next page in the {@code Link} header. */
public final class Pages {

    private Pages() {}

    public static <T> RestResponse<List<T>> answer(Page<T> page, UriInfo request) {
        var answer = RestResponse.ResponseBuilder.ok(page.items());
        if (page.next() != null) {
            String next =
                    UriBuilder.fromPath(request.getRequestUri().getRawPath())
                            .replaceQuery(request.getRequestUri().getRawQuery())
                            .replaceQueryParam("page_token", page.next())
                            .build()
                            .toString();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
