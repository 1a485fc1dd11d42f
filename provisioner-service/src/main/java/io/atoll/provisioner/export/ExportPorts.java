package io.atoll.provisioner.export;

import io.atoll.provisioner.kind.PortWish;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The ports of an exported cluster: those that it holds, else those that it asks for. Pure. */
final class ExportPorts {

    private static final int FIRST = 9_092;

    private ExportPorts() {}

    /**
     * @param held by use
     */
    static Map<String, Integer> of(List<PortWish> wishes, Map<String, Integer> held) {
        var ports = new TreeMap<String, Integer>();
        wishes.forEach(wish -> put(ports, wish.use(), held.get(wish.use())));
        wishes.forEach(wish -> put(ports, wish.use(), wish.port()));
        var taken = new HashSet<>(ports.values());
        wishes.forEach(wish -> ports.computeIfAbsent(wish.use(), _ -> next(taken)));
        return ports;
    }

    private static void put(Map<String, Integer> ports, String use, @Nullable Integer port) {
        if (port != null && !ports.containsValue(port)) {
            ports.putIfAbsent(use, port);
        }
    }

    private static int next(Set<Integer> taken) {
        var port = FIRST;
        while (!taken.add(port)) {
            port++;
        }
        return port;
    }
}
