package io.atoll.provisioner.runtime.process;

import io.atoll.provisioner.machine.ProcFiles;
import io.atoll.provisioner.machine.ProcessMark;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.ObservedNode.Followed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The processes of this machine that carry our marks on their command line.
final class NodeProcesses {

    private static final String HOME = "-Datoll.home=";
    private static final String CLUSTER = "-Datoll.cluster=";
    private static final String NODE = "-Datoll.node=";
    private static final String FINGERPRINT = "-Datoll.fingerprint=";
    private static final String RESTARTS = "-Datoll.restarts=";

    private final String home;
    private final ProcFiles proc;

    NodeProcesses(String home, ProcFiles proc) {
        this.home = home;
        this.proc = proc;
    }

    /// A living process of a node.
    record Found(ProcessMark mark, ClusterId cluster, String node, Followed followed) {}

    static List<String> marks(String home, ClusterId cluster, String node, Followed followed) {
        return List.of(
                HOME + home,
                CLUSTER + cluster,
                NODE + node,
                FINGERPRINT + followed.fingerprint(),
                RESTARTS + followed.restarts());
    }

    /// True while exactly this process lives.
    boolean isAlive(ProcessMark mark) {
        return proc.stat(mark.pid())
                .filter(found -> found.mark().equals(mark) && !found.zombie())
                .isPresent();
    }

    Optional<Found> find(long pid) {
        var arguments = marksOf(pid);
        var cluster = arguments.getOrDefault(CLUSTER, "");
        if (!home.equals(arguments.get(HOME)) || !ClusterId.isWellFormed(cluster)) {
            return Optional.empty();
        }
        var followed =
                new Followed(
                        arguments.getOrDefault(FINGERPRINT, ""),
                        Long.parseLong(arguments.getOrDefault(RESTARTS, "0")));
        return proc.stat(pid)
                .filter(found -> !found.zombie())
                .map(
                        found ->
                                new Found(
                                        found.mark(),
                                        new ClusterId(cluster),
                                        arguments.getOrDefault(NODE, ""),
                                        followed));
    }

    /// Reads the command line of every process of this machine.
    List<Found> all() {
        return proc.pids().stream().flatMap(pid -> find(pid).stream()).toList();
    }

    private Map<String, String> marksOf(long pid) {
        var marks = new HashMap<String, String>();
        for (var argument : proc.commandLine(pid)) {
            Stream.of(HOME, CLUSTER, NODE, FINGERPRINT, RESTARTS)
                    .filter(argument::startsWith)
                    .forEach(mark -> marks.put(mark, argument.substring(mark.length())));
        }
        return marks;
    }
}
