package io.atoll.provisioner.runtime.process;

import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.provisioner.machine.Machine;
import io.atoll.provisioner.machine.ProcFiles;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.ClusterRuntime;
import io.atoll.provisioner.runtime.Convergence;
import io.atoll.provisioner.runtime.DesiredCluster;
import io.atoll.provisioner.runtime.Fingerprint;
import io.atoll.provisioner.runtime.Inventory;
import io.atoll.provisioner.runtime.LogSource;
import io.atoll.provisioner.runtime.ObservedCluster;
import io.atoll.provisioner.runtime.Place;
import io.atoll.provisioner.runtime.Step;
import io.atoll.provisioner.runtime.StepPlanner;
import io.atoll.provisioner.runtime.UsageSource;
import io.atoll.provisioner.runtime.Watchable;
import io.atoll.provisioner.runtime.node.StepBlocked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs nodes as processes of this machine. See the package for how they are found again.
public final class ProcessRuntime
        implements ClusterRuntime, LogSource, UsageSource, Inventory, Watchable {

    private static final Duration SOON = Duration.ofMillis(100);

    private final ProcessSettings settings;
    private final Clock clock;
    private final ClusterPlaces places;
    private final NodeProcesses processes;
    private final NodeLauncher launcher;
    private final NodeObserver observer;
    private final NodeMeter meter;
    private final ProcessSteps steps;
    private volatile Consumer<ClusterId> onNodeEnd = id -> {};

    public ProcessRuntime(ProcessSettings settings, Clock clock) {
        var proc = ProcFiles.ofThisMachine();
        this.settings = settings;
        this.clock = clock;
        this.places = new ClusterPlaces(settings.clusters());
        this.processes = new NodeProcesses(settings.clusters().toString(), proc);
        this.launcher = new NodeLauncher(proc);
        this.observer = new NodeObserver(places, processes, proc);
        this.meter = new NodeMeter(places, processes, proc);
        this.steps = new ProcessSteps(settings, places, processes, launcher, proc, clock);
    }

    @Override
    public RuntimeName name() {
        return RuntimeName.PROCESS;
    }

    @Override
    public Place place() {
        return new Place.Machine();
    }

    @Override
    public Fingerprint fingerprint() {
        return new Fingerprint(
                settings.whyUnusable(),
                "JDK " + settings.javaHome().getFileName(),
                List.of(ClusterKind.KAFKA),
                List.of(),
                new Fingerprint.Capacity(
                        Runtime.getRuntime().availableProcessors(),
                        Machine.memoryTotalBytes(),
                        Machine.memoryFreeBytes(),
                        Machine.diskFreeBytes(settings.clusters())));
    }

    @Override
    public ObservedCluster observe(ClusterId id) {
        var observed = observer.observe(id);
        observed.nodes().stream()
                .filter(node -> node.isAlive())
                .map(node -> Objects.requireNonNull(node.run()).pid())
                .flatMap(Stream::ofNullable)
                .forEach(pid -> launcher.watch(pid, () -> onNodeEnd.accept(id)));
        return observed;
    }

    @Override
    public Convergence converge(DesiredCluster desired, ObservedCluster observed) {
        var plan = StepPlanner.plan(desired, observed, clock.instant());
        Convergence.@Nullable Blocked blocked = null;
        for (var step : plan) {
            var refusal = take(step);
            blocked = blocked == null ? refusal : blocked;
        }
        if (blocked != null) {
            return blocked;
        }
        if (plan.isEmpty() && desired instanceof DesiredCluster.Present present) {
            forgetOldLogs(present.blueprint());
        }
        return plan.isEmpty()
                ? observed.untilNextStart(clock.instant())
                : new Convergence.Progressing(SOON);
    }

    private void forgetOldLogs(Blueprint blueprint) {
        var before = clock.instant().minus(blueprint.logRetention());
        for (var node : blueprint.nodes()) {
            try {
                places.node(blueprint.id(), node.name()).logFile().forgetOlder(before);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private Convergence.@Nullable Blocked take(Step step) {
        try {
            steps.take(step);
            return null;
        } catch (StepBlocked blocked) {
            return new Convergence.Blocked(blocked.reason(), blocked.sentence());
        } catch (IOException failure) {
            if (StepBlocked.isDiskFull(failure)) {
                return new Convergence.Blocked(
                        "DiskFull", "The disk at " + settings.clusters() + " is full.");
            }
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Set<ClusterId> clusters() {
        var found = new TreeSet<>(places.clusters());
        processes.all().forEach(process -> found.add(process.cluster()));
        return found;
    }

    @Override
    public void tidy(Duration keep) {
        try {
            for (var id : places.clusters()) {
                for (var node : places.nodes(id)) {
                    places.node(id, node).logFile().rotateIfLarge();
                }
            }
            places.purge(ProcessSteps.ORPHANED, clock.instant().minus(keep));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void onNodeEnd(Consumer<ClusterId> listener) {
        onNodeEnd = listener;
    }

    @Override
    public Excerpt tail(ClusterId id, String node, int lines) {
        return reading(() -> places.node(id, node).logFile().tail(lines));
    }

    @Override
    public Excerpt read(ClusterId id, String node, long position) {
        return reading(() -> places.node(id, node).logFile().read(position));
    }

    private interface Reading {
        Excerpt read() throws IOException;
    }

    private static Excerpt reading(Reading reading) {
        try {
            return reading.read();
        } catch (NoSuchFileException nothingWritten) {
            return new Excerpt(List.of(), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public List<Measure> measure(ClusterId id) {
        return meter.measure(id);
    }

    @Override
    public long diskBytes(ClusterId id, String node) {
        return meter.diskBytes(id, node);
    }
}
