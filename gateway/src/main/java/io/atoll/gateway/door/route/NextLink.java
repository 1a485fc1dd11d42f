package io.atoll.gateway.door.route;

import io.atoll.kit.validation.PageParameters;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /**
     * A page of a list, with the link where there is more.
     *
     * @param rows those of the page and, where there is one, the first after it
     * @param token of the page after the one that ends with an item
     */
    public static <T> RestResponse<List<T>> page(
            List<T> rows, PageParameters wanted, UriInfo uri, Function<T, String> token) {
        if (rows.size() <= wanted.pageSize()) {
            return RestResponse.ok(rows);
        }
        List<T> page = List.copyOf(rows.subList(0, wanted.pageSize()));
        Optional<String> next = Optional.of(token.apply(page.getLast()));
        return add(RestResponse.ResponseBuilder.ok(page), uri, next).build();
    }

    private NextLink() {}
}
