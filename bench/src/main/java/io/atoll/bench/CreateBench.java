package io.atoll.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * From asking for a cluster to the first record written and read in it; beside clusters of
 * processes, in the same run, the same for a bare broker process started by hand.
 */
final class CreateBench implements Bench {
    private final String runtime;

    CreateBench(String runtime) {
        this.runtime = runtime;
    }

    private static final int CLUSTERS = 20;
    private static final int BARE = 5;

    @Override
    public void run(Report report) throws IOException, InterruptedException, ExecutionException {
        try (var stack = Stack.warm()) {
            var client = stack.client();
            var running = new Durations();
            var used = new Durations();
            List<String> node = List.of();
            for (var i = 0; i < CLUSTERS; i++) {
                var id = "bench-" + i;
                var begin = System.nanoTime();
                var bootstrap = client.create(id, runtime);
                running.add(System.nanoTime() - begin);
                Records.roundTrip(bootstrap);
                used.add(System.nanoTime() - begin);
                node = Proc.commandWith(stack.home(), "-Datoll.cluster=" + id).orElse(node);
                client.deleteCluster(id);
            }
            report.begin("create, runtime " + runtime);
            report.durations("POST until RUNNING", running);
            report.durations("POST until the first record is written and read", used);
            if (!node.isEmpty()) {
                report.durations("bare broker process until the same", bare(stack, node));
            }
        }
    }

    private static Durations bare(Stack stack, List<String> node)
            throws IOException, InterruptedException, ExecutionException {
        var bare = new Durations();
        for (var i = 0; i < BARE; i++) {
            bare.add(BareBroker.timeToFirstRecord(stack, node, i));
        }
        return bare;
    }
}
