package io.atoll.bench;

import io.atoll.bench.broker.BareBroker;
import io.atoll.bench.broker.BareContainer;
import io.atoll.bench.broker.Records;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * From asking for a cluster to the first record written and read in it; in the same run the same
 * for a bare broker, process or container, started by hand.
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
            var bare = new Durations();
            List<String> node = List.of();
            for (var i = 0; i < CLUSTERS; i++) {
                var id = "bench-" + i;
                var begin = System.nanoTime();
                var bootstrap = client.create(id, runtime);
                running.add(System.nanoTime() - begin);
                Records.roundTrip(bootstrap);
                used.add(System.nanoTime() - begin);
                node = Proc.commandWith(stack.home(), "-Datoll.cluster=" + id).orElse(node);
                var container = isDocker() && i < BARE ? bareContainer(id, bootstrap) : null;
                client.deleteCluster(id);
                if (container != null) {
                    bare.add(container.timeToFirstRecord());
                }
            }
            report.begin("create, runtime " + runtime);
            report.durations("POST until RUNNING", running);
            report.durations("POST until the first record is written and read", used);
            if (!isDocker()) {
                processes(stack, node, bare);
            }
            report.durations("bare broker until the same", bare);
        }
    }

    private boolean isDocker() {
        return runtime.equals("docker");
    }

    private static BareContainer bareContainer(String id, String bootstrap)
            throws IOException, InterruptedException {
        return BareContainer.like("atoll-" + id + "-broker-1", bootstrap);
    }

    private static void processes(Stack stack, List<String> node, Durations bare)
            throws IOException, InterruptedException, ExecutionException {
        for (var i = 0; i < BARE; i++) {
            bare.add(BareBroker.timeToFirstRecord(stack.home(), node, i));
        }
    }
}
