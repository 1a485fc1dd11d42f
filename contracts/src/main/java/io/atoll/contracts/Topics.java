package io.atoll.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The control topics, by name and retention. Each has one partition, so offsets order all its
 * messages. Who may read and write which: {@link ControlUser}.
 */
public final class Topics {

    /**
     * Key: cluster id; value: {@link io.atoll.contracts.spec.ClusterDesired}; written by the
     * registry alone.
     */
    public static final String CLUSTERS_DESIRED = "atoll.clusters.desired.v1";

    /**
     * Key: cluster id; value: {@link io.atoll.contracts.status.ClusterStatusChanged}; the
     * provisioner for managed clusters, ops for external ones.
     */
    public static final String CLUSTERS_STATUS = "atoll.clusters.status.v1";

    /**
     * Key: cluster id or subject; value: {@link io.atoll.contracts.event.AtollEvent}; any service
     * appends.
     */
    public static final String EVENTS = "atoll.events.v1";

    /**
     * Key: {@link #RUNTIMES_KEY}; value: {@link io.atoll.contracts.runtime.RuntimesObserved};
     * provisioner alone.
     */
    public static final String RUNTIMES = "atoll.runtimes.v1";

    /**
     * Key: cluster id or resource; value: {@link io.atoll.contracts.audit.AuditChange}; any service
     * appends.
     */
    public static final String AUDIT = "atoll.audit.v1";

    /** There is one machine. */
    public static final String RUNTIMES_KEY = "runtimes";

    /** What a consumer could not read goes to the topic's name with this suffix. */
    public static final String DEAD_SUFFIX = ".dead";

    /** Every control topic, for whoever creates them. */
    public static final List<Spec> ALL =
            List.of(
                    new Spec(CLUSTERS_DESIRED, true),
                    new Spec(CLUSTERS_STATUS, true),
                    new Spec(EVENTS, false),
                    new Spec(RUNTIMES, true),
                    new Spec(AUDIT, false),
                    new Spec(CLUSTERS_DESIRED + DEAD_SUFFIX, false),
                    new Spec(CLUSTERS_STATUS + DEAD_SUFFIX, false),
                    new Spec(EVENTS + DEAD_SUFFIX, false),
                    new Spec(RUNTIMES + DEAD_SUFFIX, false),
                    new Spec(AUDIT + DEAD_SUFFIX, false));

    /**
     * @param compacted true: the last message of a key is kept; false: kept for seven days
     */
    public record Spec(String name, boolean compacted) {

        private static final Duration RETENTION = Duration.ofDays(7);

        /** The settings of the topic that are not Kafka's own. */
        public Map<String, String> settings() {
            return compacted
                    ? Map.of("cleanup.policy", "compact")
                    : Map.of("cleanup.policy", "delete", "retention.ms", "" + RETENTION.toMillis());
        }
    }

    private Topics() {}
}
