package io.atoll.provisioner.runtime.docker;

import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.ObservedNode.Followed;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Our marks on containers, networks and volumes. Pure.
final class Labels {

    static final String HOME = "io.atoll.home";
    static final String CLUSTER = "io.atoll.cluster";
    static final String NODE = "io.atoll.node";
    static final String FINGERPRINT = "io.atoll.fingerprint";
    static final String RESTARTS = "io.atoll.restarts";
    static final String EPOCH = "io.atoll.epoch";

    /// Counts the lives of a cluster of one name whose earlier volumes were set aside.
    static final String SERIES = "io.atoll.series";

    /// On a volume that holds no data: those of its series are set aside. Volumes cannot be
    /// renamed or labelled anew.
    static final String ASIDE = "io.atoll.aside";

    /// Milliseconds since 1970.
    static final String SINCE = "io.atoll.since";

    private Labels() {}

    static Map<String, String> cluster(String home, ClusterId id, long epoch, long series) {
        var labels = new TreeMap<String, String>();
        labels.put(HOME, home);
        labels.put(CLUSTER, id.value());
        labels.put(EPOCH, String.valueOf(epoch));
        labels.put(SERIES, String.valueOf(series));
        return labels;
    }

    static Map<String, String> with(Map<String, String> labels, String name, String value) {
        var more = new TreeMap<>(labels);
        more.put(name, value);
        return more;
    }

    static Map<String, String> node(Map<String, String> cluster, String node, Followed followed) {
        var labels = new TreeMap<>(cluster);
        labels.put(NODE, node);
        labels.put(FINGERPRINT, followed.fingerprint());
        labels.put(RESTARTS, String.valueOf(followed.restarts()));
        return labels;
    }

    static boolean areOf(Map<String, String> labels, String home, ClusterId id) {
        return home.equals(labels.get(HOME)) && id.value().equals(labels.get(CLUSTER));
    }

    static Optional<ClusterId> clusterOf(Map<String, String> labels) {
        return Optional.ofNullable(labels.get(CLUSTER))
                .filter(ClusterId::isWellFormed)
                .map(ClusterId::new);
    }

    static Followed followed(Map<String, String> labels) {
        return new Followed(labels.getOrDefault(FINGERPRINT, ""), number(labels, RESTARTS));
    }

    /// 0 where it is missing or no number.
    static long number(Map<String, String> labels, String name) {
        var text = labels.getOrDefault(name, "");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
