package io.atoll.registry.status;

import io.atoll.contracts.Topics;
import io.atoll.contracts.status.ClusterStatusChanged;
import io.atoll.kit.outbox.StoredJson;
import io.atoll.registry.cluster.ClusterObserver;
import io.atoll.registry.observation.Projection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Brings the observed status of clusters into their rows. */
@ApplicationScoped
class ClusterStatusProjector implements Projection {

    private final ClusterObserver clusters;
    private final ClusterCount count;
    private final StoredJson json;

    ClusterStatusProjector(ClusterObserver clusters, ClusterCount count, StoredJson json) {
        this.clusters = clusters;
        this.count = count;
        this.json = json;
    }

    @Override
    public String topic() {
        return Topics.CLUSTERS_STATUS;
    }

    @Override
    public Uni<Void> project(String key, String message) {
        return clusters.observe(read(key, message)).call(count::refresh);
    }

    private ClusterStatusChanged read(String id, String message) {
        ClusterStatusChanged change = json.read(message, ClusterStatusChanged.class);
        boolean whole =
                change != null
                        && change.id() != null
                        && change.status() != null
                        && change.status().phase() != null;
        if (!whole || !change.id().equals(id)) {
            throw new UncheckedIOException(new IOException("not the status of the cluster " + id));
        }
        return change;
    }
}
