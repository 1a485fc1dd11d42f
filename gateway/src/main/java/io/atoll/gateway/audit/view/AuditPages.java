package io.atoll.gateway.audit.view;

import io.atoll.contracts.audit.AuditEntryView;
import io.atoll.kit.validation.PageParameters;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Pages on the wire: where one begins, and the header Link to the next. */
final class AuditPages {
    private static final String MARK = "a1.";

    /** The number that a page begins before; fails on a token of others. */
    static long before(String token) {
        if (token.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return Long.parseLong(text.substring(MARK.length()));
            }
        } catch (IllegalArgumentException _) {
            // Refused below like every token that is none of ours.
        }
        throw PageParameters.wrongToken();
    }

    static RestResponse<List<AuditEntryView>> answer(AuditQueries.Page page, UriInfo uri) {
        var answer = RestResponse.ResponseBuilder.ok(page.entries());
        page.next().ifPresent(no -> answer.header("Link", link(uri, no)));
        return answer.build();
    }

    private static String link(UriInfo uri, long no) {
        String token =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((MARK + no).getBytes(StandardCharsets.UTF_8));
        var next = uri.getRequestUriBuilder().replaceQueryParam("page_token", token).build();
        return "<%s?%s>; rel=\"next\"".formatted(next.getRawPath(), next.getRawQuery());
    }

    private AuditPages() {}
}
