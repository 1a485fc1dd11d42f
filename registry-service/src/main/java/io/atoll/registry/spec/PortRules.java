package io.atoll.registry.spec;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.spec.PortRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Ports asked for by number: in range and no number twice. Pure. */
public final class PortRules {

    private static final int HIGHEST = 65_535;

    private PortRules() {}

    /** Every port that the request takes, by its pointer; broker n takes the first one plus n. */
    public static Map<Integer, String> taken(PortRequest ports, int brokers) {
        Map<Integer, String> taken = new TreeMap<>();
        wanted(ports).forEach((pointer, port) -> taken.putIfAbsent(port, pointer));
        Integer first = ports.kafkaPort();
        for (int n = 1; first != null && n < brokers; n++) {
            taken.putIfAbsent(first + n, "/ports/kafka_port");
        }
        return taken;
    }

    static List<FieldError> validate(@Nullable PortRequest ports, int brokers) {
        List<FieldError> errors = new ArrayList<>();
        if (ports == null) {
            return errors;
        }
        Integer first = ports.kafkaPort();
        int last = first == null ? 0 : first + Math.max(1, Math.min(brokers, 5)) - 1;
        if (last > HIGHEST) {
            errors.add(
                    new FieldError(
                            "/ports/kafka_port",
                            "leaves no room for %d brokers below %d"
                                    .formatted(brokers, HIGHEST + 1)));
        }
        Map<Integer, String> seen = new TreeMap<>();
        for (int port = first == null ? 1 : first; port <= last; port++) {
            seen.put(port, "/ports/kafka_port");
        }
        Map<String, Integer> others = wanted(ports);
        others.remove("/ports/kafka_port");
        others.forEach(
                (pointer, port) -> {
                    String holder = seen.putIfAbsent(port, pointer);
                    if (holder != null) {
                        errors.add(
                                new FieldError(
                                        pointer,
                                        "is already taken by " + holder + " of this request"));
                    }
                });
        return errors;
    }

    private static Map<String, Integer> wanted(PortRequest ports) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        put(wanted, "/ports/kafka_port", ports.kafkaPort());
        put(wanted, "/ports/rest_proxy_port", ports.restProxyPort());
        put(wanted, "/ports/ui_port", ports.uiPort());
        put(wanted, "/ports/jmx_port", ports.jmxPort());
        return wanted;
    }

    private static void put(Map<String, Integer> wanted, String pointer, @Nullable Integer port) {
        if (port != null) {
            wanted.put(pointer, port);
        }
    }
}
