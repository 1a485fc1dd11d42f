package io.atoll.contracts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Who may do what in the control plane's Kafka: one user for each service, and one who only looks.
 * What is not said here is refused. Reading and writing include seeing that a topic is there.
 */
public enum ControlUser {
    REGISTRY,
    PROVISIONER,
    OPS,
    GATEWAY,

    /** For people who look at the control topics with a tool. */
    VIEWER;

    /** The name that it signs in with. */
    public String userName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Names of topics that it may write to, sorted. Wishes are the registry's alone. */
    public List<String> writes() {
        return switch (this) {
            case REGISTRY ->
                    sorted(
                            Topics.CLUSTERS_DESIRED,
                            Topics.EVENTS,
                            Topics.AUDIT,
                            Topics.CLUSTERS_STATUS + Topics.DEAD_SUFFIX,
                            Topics.RUNTIMES + Topics.DEAD_SUFFIX);
            case PROVISIONER ->
                    sorted(
                            Topics.CLUSTERS_STATUS,
                            Topics.EVENTS,
                            Topics.RUNTIMES,
                            Topics.CLUSTERS_DESIRED + Topics.DEAD_SUFFIX);
            case OPS -> sorted(Topics.CLUSTERS_STATUS, Topics.EVENTS, Topics.AUDIT);
            case GATEWAY, VIEWER -> List.of();
        };
    }

    /** Names of topics that it may read, sorted. */
    public List<String> reads() {
        return switch (this) {
            case REGISTRY -> sorted(Topics.CLUSTERS_STATUS, Topics.RUNTIMES);
            case PROVISIONER -> sorted(Topics.CLUSTERS_DESIRED);
            case OPS -> sorted(Topics.CLUSTERS_DESIRED, Topics.CLUSTERS_STATUS);
            case GATEWAY -> sorted(Topics.EVENTS, Topics.AUDIT);
            case VIEWER -> Topics.ALL.stream().map(Topics.Spec::name).sorted().toList();
        };
    }

    /** Names of consumer groups that it may be in. */
    public List<String> groups() {
        return switch (this) {
            case REGISTRY -> List.of("registry");
            case PROVISIONER, OPS, GATEWAY, VIEWER -> List.of();
        };
    }

    private static List<String> sorted(String... topics) {
        return Stream.of(topics).sorted().toList();
    }
}
