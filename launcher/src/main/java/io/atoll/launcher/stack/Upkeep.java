package io.atoll.launcher.stack;

import io.atoll.launcher.child.Launch;
import io.atoll.launcher.child.Part;
import io.atoll.launcher.child.Supervisor;
import io.atoll.launcher.home.Home;
import io.atoll.launcher.jvm.AotTrainer;
import io.atoll.launcher.jvm.JvmLaunch;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Quiet work beside a ready stack: makes the ahead-of-time caches, one after another, the broker's
/// first because the next cluster starts from it; keeps logs short.
final class Upkeep implements AutoCloseable {

    private static final String LOG = "upkeep";

    private final Home home;
    private final List<Part> parts;
    private final Supervisor supervisor;
    private final AotTrainer trainer;
    private final CountDownLatch closed = new CountDownLatch(1);

    Upkeep(Home home, List<Part> parts, Supervisor supervisor) {
        this.home = home;
        this.parts = parts;
        this.supervisor = supervisor;
        trainer = new AotTrainer(home.log(LOG));
    }

    void begin() {
        Thread.ofVirtual().name(LOG).start(this::trainAll);
        Thread.ofVirtual().name("logs").start(this::trimLogs);
    }

    @Override
    public void close() {
        trainer.close();
        closed.countDown();
    }

    private void trainAll() {
        try {
            for (var part : parts) {
                train(part.name(), part.launch());
            }
        } catch (IOException failed) {
            note(failed.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void train(String name, Launch launch) throws IOException, InterruptedException {
        if (launch instanceof JvmLaunch jvm) {
            var pid = supervisor.pid(name);
            if (pid.isPresent()) {
                trainer.train(jvm.program(), jvm.lastUse(), pid.get());
            }
        }
    }

    private void trimLogs() {
        var logs = new LogTrimmer(home.logs());
        try {
            while (!closed.await(1, TimeUnit.MINUTES)) {
                logs.trim();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(String line) {
        try {
            Files.writeString(home.log(LOG), line + "\n");
        } catch (IOException _) {
            // A log that cannot be written stops nothing.
        }
    }
}
