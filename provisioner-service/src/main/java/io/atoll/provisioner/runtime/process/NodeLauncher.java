package io.atoll.provisioner.runtime.process;

import io.atoll.provisioner.machine.ProcFiles;
import io.atoll.provisioner.machine.ProcessMark;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Starts processes that outlive this JVM and remembers how they ended, while it lives.
final class NodeLauncher {

    private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ");
    private static final long PATIENCE_SECONDS = 5;

    private final ProcFiles proc;
    private final Map<ProcessMark, Process> children = new ConcurrentHashMap<>();
    private final Set<Long> watched = ConcurrentHashMap.newKeySet();

    NodeLauncher(ProcFiles proc) {
        this.proc = proc;
    }

    /// The process gets a small environment: ours holds secrets.
    ProcessMark launch(List<String> command, Path directory, Path log) throws IOException {
        var builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(PASSED_ON);
        var process = builder.start();
        var mark =
                proc.stat(process.pid())
                        .map(ProcFiles.Stat::mark)
                        .orElseGet(() -> new ProcessMark(process.pid(), 0));
        children.put(mark, process);
        return mark;
    }

    /// Runs this once when the process ends; asking again for the same process changes nothing.
    void watch(long pid, Runnable onEnd) {
        if (!watched.add(pid)) {
            return;
        }
        Runnable once =
                () -> {
                    watched.remove(pid);
                    onEnd.run();
                };
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            var _ = process.get().onExit().thenRun(once);
        } else {
            once.run();
        }
    }

    /// How a process ended that is seen to have ended: Java hears of that a moment later, and is
    /// waited for. Absent for a process that was no child of this JVM.
    @Nullable Integer takeExitCode(ProcessMark mark) {
        var child = children.remove(mark);
        try {
            return child != null && child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    ? child.exitValue()
                    : null;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    static void terminate(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    }

    static void kill(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        process.ifPresent(ProcessHandle::destroyForcibly);
    }
}
