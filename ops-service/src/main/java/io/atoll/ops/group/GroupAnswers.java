package io.atoll.ops.group;

import io.atoll.ops.listing.ListHeaders;
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
        list.missing()
                .ifPresent(reason -> answer.header("X-Data-Reason", ListHeaders.oneLine(reason)));
        list.next().ifPresent(token -> answer.header("Link", ListHeaders.next(uri, token)));
        return answer.build();
    }
}
