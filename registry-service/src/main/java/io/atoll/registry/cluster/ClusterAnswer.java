package io.atoll.registry.cluster;

import io.atoll.contracts.cluster.ClusterPlan;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.registry.request.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What came of a request about one cluster. */
sealed interface ClusterAnswer {

    /** It is written down and will be made. */
    record Created(ClusterView view) implements ClusterAnswer {}

    /** It is as shown. */
    record Current(ClusterView view) implements ClusterAnswer {}

    /** It is written down and will be so. */
    record Accepted(ClusterView view) implements ClusterAnswer {}

    /** Nothing was done. */
    record Planned(ClusterPlan plan) implements ClusterAnswer {}

    default RestResponse<Object> http() {
        return switch (this) {
            case Created(var view) ->
                    tagged(Status.CREATED, view)
                            .header(HttpHeaders.LOCATION, "/api/v1/clusters/" + view.id())
                            .build();
            case Current(var view) -> tagged(Status.OK, view).build();
            case Accepted(var view) -> tagged(Status.ACCEPTED, view).build();
            case Planned(var plan) -> RestResponse.ok(plan);
        };
    }

    private static ResponseBuilder<Object> tagged(Status status, ClusterView view) {
        return ResponseBuilder.<Object>create(status, view)
                .header(HttpHeaders.ETAG, EntityTag.of(view.generation()));
    }
}
