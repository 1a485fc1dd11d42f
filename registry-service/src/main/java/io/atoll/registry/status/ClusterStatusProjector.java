package io.atoll.registry.status;

import io.atoll.contracts.cluster.ClusterStatusChanged;
import io.atoll.kit.outbox.StoredJson;
import io.atoll.registry.cluster.ClusterService;
import io.atoll.registry.request.DataRefused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Brings observations into the rows. Each message is a whole status, so reading one twice does no
 * harm. What cannot be read goes to the dead-letter topic; while the database cannot be reached the
 * message waits.
 */
@ApplicationScoped
class ClusterStatusProjector {

    private static final Logger LOG = Logger.getLogger(ClusterStatusProjector.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ClusterService clusters;
    private final ClusterCount count;
    private final StoredJson json;

    ClusterStatusProjector(ClusterService clusters, ClusterCount count, StoredJson json) {
        this.clusters = clusters;
        this.count = count;
        this.json = json;
    }

    @Incoming("cluster-status")
    Uni<Void> project(ConsumerRecord<String, String> message) {
        if (message.value() == null) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .item(() -> read(message))
                .chain(this::observe)
                .onFailure()
                .invoke(e -> LOG.errorf("Status at offset %d set aside: %s", message.offset(), e));
    }

    private Uni<Void> observe(ClusterStatusChanged change) {
        return Uni.createFrom()
                .deferred(() -> clusters.observe(change))
                .onFailure(failure -> !DataRefused.isCauseOf(failure))
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .call(count::refresh);
    }

    private ClusterStatusChanged read(ConsumerRecord<String, String> message) {
        ClusterStatusChanged change = json.read(message.value(), ClusterStatusChanged.class);
        boolean whole =
                change != null
                        && change.id() != null
                        && change.status() != null
                        && change.status().phase() != null;
        if (!whole || !change.id().equals(message.key())) {
            throw new UncheckedIOException(
                    new java.io.IOException("not the status of the cluster " + message.key()));
        }
        return change;
    }
}
