package io.atoll.registry.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.atoll.contracts.cluster.ClusterPlan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What differs between two JSON documents, leaf by leaf, in the order of the pointers. Pure. */
public final class Difference {

    /** Parts of a cluster that its nodes read only when they start. */
    private static final List<String> READ_AT_START =
            List.of("/brokers", "/kafka_config/", "/ports/", "/restarts", "/data_epoch");

    private Difference() {}

    /**
     * @param nodesRun false: nothing can need a restart
     */
    public static List<Change> between(JsonNode before, JsonNode after, boolean nodesRun) {
        Map<String, String> old = leaves(before);
        Map<String, String> wanted = leaves(after);
        Set<String> pointers = new TreeSet<>(old.keySet());
        pointers.addAll(wanted.keySet());
        return pointers.stream()
                .filter(p -> !Objects.equals(old.get(p), wanted.get(p)))
                .map(p -> new Change(p, old.get(p), wanted.get(p), nodesRun && readAtStart(p)))
                .toList();
    }

    private static boolean readAtStart(String pointer) {
        return READ_AT_START.stream().anyMatch(pointer::startsWith);
    }

    private static Map<String, String> leaves(JsonNode document) {
        Map<String, String> leaves = new TreeMap<>();
        collect(document, "", leaves);
        return leaves;
    }

    private static void collect(JsonNode node, String pointer, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties()
                    .forEach(
                            f ->
                                    collect(
                                            f.getValue(),
                                            pointer
                                                    + "/"
                                                    + f.getKey()
                                                            .replace("~", "~0")
                                                            .replace("/", "~1"),
                                            leaves));
        } else if (node.isArray()) {
            List<String> values = new ArrayList<>();
            node.forEach(v -> values.add(v.asText()));
            leaves.put(pointer, String.join(", ", values));
        } else if (!node.isNull() && !node.isMissingNode()) {
            leaves.put(pointer, node.asText());
        }
    }
}
