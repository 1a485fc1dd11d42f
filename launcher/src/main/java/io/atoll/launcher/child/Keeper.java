package io.atoll.launcher.child;

import io.atoll.launcher.process.ProcessIdentity;
import io.atoll.launcher.process.ProcessRecords;
import io.atoll.launcher.process.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps one child running until it is told to stop. Its loop has one thread:
///
/// ```
/// starting -> ready -> (ended) -> down -> starting ...      any -> stopped
/// ```
final class Keeper {

    private static final int STARTS_BEFORE_GIVING_UP = 3;
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration PROBE_PAUSE = Duration.ofMillis(80);

    /// Exit codes above this one are numbers of signals.
    private static final int BY_SIGNAL = 128;

    /// SIGINT, SIGKILL and SIGTERM.
    private static final Set<Integer> SENT_BY_SOMEBODY = Set.of(2, 9, 15);

    /// How a start went; cut short by somebody, it tells nothing.
    private enum Outcome {
        READY,
        FAILED,
        CUT_SHORT
    }

    private final Part part;
    private final Path log;
    private final ProcessRecords records;
    private final Watcher watcher;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Process process;

    Keeper(Part part, Path log, ProcessRecords records, Watcher watcher) {
        this.part = part;
        this.log = log;
        this.records = records;
        this.watcher = watcher;
    }

    Part part() {
        return part;
    }

    /// Completes when the child is ready for the first time, fails when it cannot get there.
    CompletableFuture<Void> firstReady() {
        return firstReady;
    }

    Optional<Long> pid() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::pid);
    }

    /// The loop; returns when the child is stopped or has never become ready.
    void keep() {
        try {
            var backoff = Backoff.none();
            while (!isStopping()) {
                var began = System.nanoTime();
                var how = tryOnce();
                backoff = backoff.after(since(began));
                if (isStopping() || !carriesOn(backoff, how)) {
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            firstReady.completeExceptionally(failed);
        }
    }

    /// No start follows from here on.
    void forbidStarts() {
        stopping.countDown();
    }

    /// Asks the child to end, waits, and ends it by force when the time is over.
    ///
    /// @return whether force was needed
    boolean stop(Duration limit) throws InterruptedException {
        forbidStarts();
        var running = current();
        var forced = false;
        if (running != null && running.isAlive()) {
            ProcessIdentity.of(running.pid()).ifPresent(part.stop()::send);
            if (!running.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                forced = true;
                ProcessIdentity.of(running.pid()).ifPresent(Signal::kill);
                running.waitFor();
            }
        }
        records.remove(part.name());
        watcher.changed(part, State.STOPPED);
        return forced;
    }

    /// How it ended, in words.
    private String tryOnce() throws InterruptedException {
        try {
            return runOnce();
        } catch (IOException notStarted) {
            return String.valueOf(notStarted.getMessage());
        }
    }

    private String runOnce() throws IOException, InterruptedException {
        watcher.changed(part, State.STARTING);
        var began = System.nanoTime();
        var running = start();
        if (running == null) {
            return "was stopped";
        }
        var outcome = awaitReady(running);
        if (outcome == Outcome.READY) {
            watcher.changed(part, State.READY);
            watcher.ready(part, since(began), !firstReady.isDone());
            firstReady.complete(null);
            part.launch().succeeded();
        } else if (outcome == Outcome.FAILED) {
            part.launch().failed();
        }
        var exit = running.waitFor();
        records.remove(part.name());
        return exit > BY_SIGNAL ? "ended by signal " + (exit - BY_SIGNAL) : "exit code " + exit;
    }

    /// Null when a stop came first.
    private @Nullable Process start() throws IOException, InterruptedException {
        var command = part.launch().prepare();
        return isStopping() ? null : start(command);
    }

    private synchronized @Nullable Process start(Command command) throws IOException {
        if (isStopping()) {
            return null;
        }
        var started = command.start(log);
        process = started;
        record(started);
        return started;
    }

    private void record(Process started) throws IOException {
        var identity = ProcessIdentity.of(started.pid());
        if (identity.isPresent()) {
            try {
                records.write(part.name(), identity.get());
            } catch (IOException unrecorded) {
                started.destroyForcibly();
                throw unrecorded;
            }
        }
    }

    /// Waits for a start that is under way.
    private synchronized @Nullable Process current() {
        return process;
    }

    private Outcome awaitReady(Process running) throws InterruptedException {
        var began = System.nanoTime();
        while (running.isAlive()) {
            if (isReady(running)) {
                return Outcome.READY;
            }
            if (since(began).compareTo(START_LIMIT) > 0) {
                ProcessIdentity.of(running.pid()).ifPresent(Signal::kill);
                running.waitFor();
                return Outcome.FAILED;
            }
            if (stopping.await(PROBE_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Outcome.CUT_SHORT;
            }
        }
        return SENT_BY_SOMEBODY.contains(running.exitValue() - BY_SIGNAL)
                ? Outcome.CUT_SHORT
                : Outcome.FAILED;
    }

    private boolean isReady(Process running) {
        try {
            return part.probe().isReady(running.pid());
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean carriesOn(Backoff backoff, String how) throws InterruptedException {
        if (!firstReady.isDone() && backoff.failures() >= STARTS_BEFORE_GIVING_UP) {
            firstReady.completeExceptionally(new StartFailure(part, how, log));
            return false;
        }
        watcher.changed(part, State.DOWN);
        if (firstReady.isDone()) {
            watcher.endedUnexpectedly(part, how, backoff.delay());
        }
        return !stopping.await(backoff.delay().toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
