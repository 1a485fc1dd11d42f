package io.atoll.ops.group;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The headers around lists of groups. */
final class GroupAnswers {

    private GroupAnswers() {}

    /**
     * {@code X-Data-State} is {@code partial} where groups may be missing, for the reason in {@code
     * X-Data-Reason}.
     */
    static Response list(GroupList list, UriInfo uri) {
        var answer =
                Response.ok(list.groups())
                        .header("X-Total-Count", list.total())
                        .header("X-Data-State", list.missing().isEmpty() ? "current" : "partial");
        list.missing().ifPresent(reason -> answer.header("X-Data-Reason", oneLine(reason)));
        list.next().ifPresent(token -> answer.header("Link", next(uri, token)));
        return answer.build();
    }

    private static String next(UriInfo uri, String token) {
        var page = uri.getRequestUriBuilder().replaceQueryParam("page_token", token).build();
        return "<%s?%s>; rel=\"next\"".formatted(page.getRawPath(), page.getRawQuery());
    }

    private static String oneLine(String reason) {
        return reason.replaceAll("[^\\x20-\\x7e]", " ");
    }
}
