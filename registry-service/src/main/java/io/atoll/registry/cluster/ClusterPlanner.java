package io.atoll.registry.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.atoll.contracts.cluster.ClusterPlan;
import io.atoll.contracts.spec.ClusterSpec;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.kit.outbox.StoredJson;
import io.atoll.registry.spec.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Says what a change would do. Pure. */
@ApplicationScoped
class ClusterPlanner {

    private final StoredJson json;

    ClusterPlanner(StoredJson json) {
        this.json = json;
    }

    /**
     * @param before absent where the cluster would be new
     */
    ClusterPlan plan(ClusterAction action, @Nullable Cluster before, Cluster after) {
        boolean running = before != null && before.managed().map(KafkaSpec::running).orElse(false);
        JsonNode old = before == null ? JsonNodeFactory.instance.objectNode() : document(before);
        return new ClusterPlan(
                action.wire(),
                after.id(),
                Difference.between(old, document(after), running && !after.deleting()),
                after.warnings(),
                after.deleting() ? null : after.need(),
                after.deleting() ? null : shown(after.wish().spec()));
    }

    private static ClusterSpec shown(ClusterSpec spec) {
        return switch (spec) {
            case KafkaSpec kafka -> kafka;
            case ExternalKafkaSpec external -> external.withoutCredentials();
        };
    }

    /** One flat document, so that pointers into it are pointers into the API's cluster. */
    private JsonNode document(Cluster cluster) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        Cluster.Wish wish = cluster.wish();
        if (json.tree(shown(wish.spec())) instanceof ObjectNode spec) {
            document.setAll(spec);
        }
        cluster.external()
                .map(ExternalKafkaSpec::credentials)
                .ifPresent(held -> document.set("credentials", json.tree(held.view())));
        document.put("read_only", wish.readOnly());
        document.put("name", wish.name());
        document.put("description", wish.description());
        document.put("environment", wish.environment());
        document.set("tags", json.tree(wish.tags()));
        document.put("deleting", cluster.deleting());
        return document;
    }
}
