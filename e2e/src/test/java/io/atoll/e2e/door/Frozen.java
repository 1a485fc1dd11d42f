package io.atoll.e2e.door;

import io.atoll.e2e.suite.Member;
import io.atoll.e2e.suite.Suite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A member of the suite that hangs, with all its children, until this is closed. */
final class Frozen implements AutoCloseable {
    private final List<String> pids;

    private Frozen(List<String> pids) {
        this.pids = pids;
    }

    static Frozen of(Suite suite, Member member) {
        var process = ProcessHandle.of(suite.find(member).pid()).orElseThrow();
        var pids =
                Stream.concat(Stream.of(process), process.descendants())
                        .map(p -> Long.toString(p.pid()))
                        .toList();
        signal("STOP", pids);
        return new Frozen(pids);
    }

    @Override
    public void close() {
        signal("CONT", pids);
    }

    private static void signal(String name, List<String> pids) {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        command.addAll(pids);
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
