package io.atoll.gateway.legacy;

import io.atoll.contracts.legacy.LegacyClusterStatus;
import io.atoll.kit.refusal.AtollException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What {@code GET /health} tells who is signed in: how the default cluster is. */
@ApplicationScoped
public class LegacyHealth {
    private static final String SERVICE = "local-kafka-manager";

    private final LegacyClusterService clusters;

    LegacyHealth(LegacyClusterService clusters) {
        this.clusters = clusters;
    }

    /** Never fails for an expected reason. */
    public Uni<JsonObject> of(RoutingContext ctx) {
        return clusters.status(Visit.of(ctx))
                .map(LegacyHealth::health)
                .onFailure(AtollException.class)
                .recoverWithItem(LegacyHealth::unhealthy);
    }

    static JsonObject health(LegacyClusterStatus cluster) {
        boolean failed = cluster.status().equals(ClusterTranslation.ERROR);
        var health =
                new JsonObject()
                        .put("status", failed ? "degraded" : "healthy")
                        .put("service", SERVICE)
                        .put("cluster_status", cluster.status())
                        .put("timestamp", cluster.timestamp().toString());
        return failed ? health.put("warnings", List.of("Kafka cluster is not running")) : health;
    }

    private static JsonObject unhealthy(Throwable failure) {
        return new JsonObject()
                .put("status", "unhealthy")
                .put("service", SERVICE)
                .put("error", String.valueOf(failure.getMessage()));
    }
}
