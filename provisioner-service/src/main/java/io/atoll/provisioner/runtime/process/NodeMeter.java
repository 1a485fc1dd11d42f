package io.atoll.provisioner.runtime.process;

import io.atoll.provisioner.machine.ProcFiles;
import io.atoll.provisioner.machine.ProcessMark;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.UsageSource.Measure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Measures what nodes take from the machine.
final class NodeMeter {

    private static final int DISK_TIMEOUT_SECONDS = 10;

    private final ClusterPlaces places;
    private final NodeProcesses processes;
    private final ProcFiles proc;

    NodeMeter(ClusterPlaces places, NodeProcesses processes, ProcFiles proc) {
        this.places = places;
        this.processes = processes;
        this.proc = proc;
    }

    List<Measure> measure(ClusterId id) {
        try {
            return places.nodes(id).stream().map(node -> measure(id, node)).toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private Measure measure(ClusterId id, String node) {
        return Optional.ofNullable(places.node(id, node).state().run())
                .flatMap(ProcessMark::parse)
                .filter(processes::isAlive)
                .flatMap(mark -> proc.stat(mark.pid()))
                .map(stat -> measure(node, stat))
                .orElseGet(() -> new Measure(node, "", 0, 0));
    }

    private Measure measure(String node, ProcFiles.Stat stat) {
        var mark = stat.mark();
        return new Measure(node, mark.toString(), stat.cpuMillis(), proc.residentBytes(mark.pid()));
    }

    /// Blocks that are taken, as du counts them: Kafka's index files are mostly holes.
    long diskBytes(ClusterId id, String node) {
        var directory = places.node(id, node).directory().toString();
        try {
            var process =
                    new ProcessBuilder("du", "-sx", "--block-size=1", directory)
                            .redirectError(Redirect.DISCARD)
                            .start();
            if (!process.waitFor(DISK_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return 0;
            }
            var answer =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.isBlank() ? 0 : Long.parseLong(answer.split("\\s", 2)[0]);
        } catch (IOException noDu) {
            return 0;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
