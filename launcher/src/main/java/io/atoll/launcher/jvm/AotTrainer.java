package io.atoll.launcher.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Makes caches while the programs go on. A cache that cannot be made is done without: the reasons
/// stand in the log, the next start records again.
public final class AotTrainer implements AutoCloseable {

    private static final long MAXIMUM_SECONDS = 180;

    private final Path log;
    private volatile boolean closed;

    public AotTrainer(Path log) {
        this.log = log;
    }

    /// Blocks until the cache is there or could not be made.
    ///
    /// @param pid the running program, whose record is ended if it is still being written
    public void train(JvmProgram program, AotUse use, long pid)
            throws IOException, InterruptedException {
        switch (use) {
            case AotUse.Recording(var record, var cache) -> {
                run(List.of(JavaHome.jcmd(), Long.toString(pid), "AOT.end_recording"));
                make(program, record, cache);
            }
            case AotUse.Recorded(var record, var cache) -> make(program, record, cache);
            case AotUse.Cached _, AotUse.Off _ -> {}
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void make(JvmProgram program, Path record, Path cache)
            throws IOException, InterruptedException {
        if (closed || !Files.exists(record)) {
            return;
        }
        var unfinished = AotShelf.sibling(cache, ".unfinished");
        if (run(program.cacheCommand(record, unfinished)) && run(program.proofOf(unfinished))) {
            Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(unfinished);
        if (!closed) {
            Files.deleteIfExists(record);
        }
    }

    private boolean run(List<String> command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        try {
            for (long second = 0; second < MAXIMUM_SECONDS && !closed; second++) {
                if (process.waitFor(1, TimeUnit.SECONDS)) {
                    return process.exitValue() == 0;
                }
            }
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
