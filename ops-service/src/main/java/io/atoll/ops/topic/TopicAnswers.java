package io.atoll.ops.topic;

import io.atoll.contracts.topic.TopicView;
import io.atoll.ops.listing.ListHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

/// The headers around answers about topics.
final class TopicAnswers {

    private TopicAnswers() {}

    /// `Age` in seconds and `X-Data-Age-Ms` tell how old the answer is; `X-Data-State` is `stale`
    /// where the cluster could not be asked again, for the reason in `X-Data-Reason`.
    static Response list(TopicList list, UriInfo uri) {
        var answer =
                Response.ok(list.topics())
                        .header("X-Total-Count", list.total())
                        .header("Age", list.age().toSeconds())
                        .header("X-Data-Age-Ms", list.age().toMillis())
                        .header(
                                "X-Data-State",
                                list.staleBecause().isEmpty() ? "current" : "stale");
        list.staleBecause()
                .ifPresent(reason -> answer.header("X-Data-Reason", ListHeaders.oneLine(reason)));
        list.next().ifPresent(token -> answer.header("Link", ListHeaders.next(uri, token)));
        return answer.build();
    }

    /// `Location` is a path: this service does not know by which name it is reached.
    static Response created(String cluster, TopicView topic) {
        var place =
                UriBuilder.fromPath("/api/v1/clusters/{id}/topics/{topic}")
                        .build(cluster, topic.name());
        return Response.status(Response.Status.CREATED)
                .header("Location", place.getRawPath())
                .entity(topic)
                .build();
    }
}
