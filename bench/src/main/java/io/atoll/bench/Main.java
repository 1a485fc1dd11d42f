package io.atoll.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Runs the benches named on the command line, all of them where none is named. */
public final class Main {
    private static final Map<String, Supplier<Bench>> BENCHES =
            Map.of(
                    "start", StartBench::new,
                    "memory", MemoryBench::new,
                    "create", () -> new CreateBench("process"),
                    "create-docker", () -> new CreateBench("docker"),
                    "gateway", GatewayBench::new,
                    "events", EventsBench::new,
                    "topics", TopicsBench::new);

    private Main() {}

    public static void main(String[] names) throws Exception {
        var known = new TreeMap<>(BENCHES);
        var wanted = names.length == 0 ? List.copyOf(known.keySet()) : List.of(names);
        for (var name : wanted) {
            if (!known.containsKey(name)) {
                System.err.println(name + " is no bench; there are " + known.keySet());
                System.exit(2);
            }
        }
        var report = new Report(System.out);
        for (var entry : known.entrySet()) {
            if (wanted.contains(entry.getKey())) {
                entry.getValue().get().run(report);
            }
        }
    }
}
