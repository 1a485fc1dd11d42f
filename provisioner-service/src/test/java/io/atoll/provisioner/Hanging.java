package io.atoll.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.ClusterStatusChanged;
import io.atoll.contracts.status.Phase;
import io.atoll.provisioner.kind.kafka.KafkaSamples;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A cluster of one broker whose process can be halted with SIGSTOP: it lives and is silent. */
final class Hanging implements AutoCloseable {

    private static final Duration LONG = Duration.ofMinutes(3);

    final ControlTopicsOfTest topics;
    private final String id;

    Hanging(ObjectMapper json, String id) throws Exception {
        this.topics = new ControlTopicsOfTest(json);
        this.id = id;
        topics.wish(Wishes.wish(id, 1, KafkaSamples.spec(1, 0, true, 0)));
        await(status -> status.phase() == Phase.RUNNING);
    }

    ClusterStatus await(Predicate<ClusterStatus> state) {
        return Awaitility.await()
                .atMost(LONG)
                .until(this::last, status -> status != null && state.test(status));
    }

    ClusterStatus last() {
        var told = topics.statuses(id);
        return told.isEmpty() ? null : told.getLast().status();
    }

    /** What was told so far, in one line: failures are read where only first lines are kept. */
    String story() {
        return topics.statuses(id).stream()
                        .map(ClusterStatusChanged::status)
                        .map(status -> status.phase() + " " + status.nodes())
                        .toList()
                + " "
                + topics.eventTypes(id);
    }

    static void signal(String name, long pid) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).inheritIO().start();
        assertThat(kill.waitFor()).isZero();
    }

    List<Long> processes() {
        var mark = "-Datoll.cluster=" + id + " ";
        return ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains(mark))
                .map(ProcessHandle::pid)
                .toList();
    }

    @Override
    public void close() throws Exception {
        topics.wish(Wishes.deleted(id, 2));
        Awaitility.await()
                .atMost(LONG)
                .until(() -> topics.statuses(id).stream().anyMatch(ClusterStatusChanged::gone));
        topics.close();
    }
}
