package io.atoll.provisioner.usage;

import io.atoll.kit.validation.PageParameters;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is in the order of its names.
 *
 * @param next token of the following part, absent where this is the last
 */
record UsagePage<T>(List<T> items, @Nullable String next) {

    static <T> UsagePage<T> of(List<T> all, Function<T, String> name, PageParameters asked) {
        var after = name(asked.pageToken());
        var limit = asked.pageSize();
        var rest = all.stream().filter(item -> name.apply(item).compareTo(after) > 0).toList();
        if (rest.size() <= limit) {
            return new UsagePage<>(rest, null);
        }
        var items = rest.subList(0, limit);
        return new UsagePage<>(items, token(name.apply(items.getLast())));
    }

    RestResponse<List<T>> http(UriInfo uri) {
        var answer = ResponseBuilder.ok(items);
        if (next != null) {
            var link = uri.getRequestUriBuilder().replaceQueryParam("page_token", next).build();
            answer.header(
                    HttpHeaders.LINK,
                    "<%s?%s>; rel=\"next\"".formatted(link.getRawPath(), link.getRawQuery()));
        }
        return answer.build();
    }

    private static String token(String name) {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String name(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            throw PageParameters.wrongToken();
        }
    }
}
