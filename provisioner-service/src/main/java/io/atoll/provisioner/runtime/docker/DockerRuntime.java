package io.atoll.provisioner.runtime.docker;

import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.provisioner.machine.Machine;
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
import io.atoll.provisioner.runtime.docker.Found.Box;
import io.atoll.provisioner.runtime.docker.daemon.Daemon;
import io.atoll.provisioner.runtime.docker.daemon.Images;
import io.atoll.provisioner.runtime.node.LastExit;
import io.atoll.provisioner.runtime.node.NodeNotes;
import io.atoll.provisioner.runtime.node.StepBlocked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs nodes as containers. See the package for how they are found again.
public final class DockerRuntime
        implements ClusterRuntime, LogSource, UsageSource, Inventory, Watchable {

    private static final Duration SOON = Duration.ofMillis(100);
    private static final int LINES_TO_EXPLAIN = 200;
    private static final Executor THREADS = Thread.ofVirtual().name("docker-", 0)::start;

    private final DockerSettings settings;
    private final Clock clock;
    private final Daemon daemon;
    private final DockerLook look;
    private final DockerObserver observer;
    private final DockerSteps steps;
    private final Volumes volumes;
    private final ContainerLogs logs;
    private final ContainerMeter meter;
    private final ContainerEvents events;

    public DockerRuntime(DockerSettings settings, Clock clock) {
        var daemon = new Daemon(settings.host(), clock);
        var home = settings.installation();
        var notes = new NodeNotes(settings.stateDirectory().resolve("nodes"));
        this.settings = settings;
        this.clock = clock;
        this.daemon = daemon;
        this.look = new DockerLook(daemon, home);
        this.observer = new DockerObserver(look, notes);
        this.volumes = new Volumes(daemon, look, home);
        this.logs = new ContainerLogs(daemon, look);
        this.meter = new ContainerMeter(daemon, look, clock);
        this.events = new ContainerEvents(daemon, home);
        var tools =
                new DockerSteps.Tools(
                        home,
                        look,
                        new Networks(daemon, look, home),
                        volumes,
                        new Containers(daemon, new Images(daemon, clock), settings));
        this.steps = new DockerSteps(tools, notes, this::explain, clock);
    }

    @Override
    public RuntimeName name() {
        return RuntimeName.DOCKER;
    }

    @Override
    public Place place() {
        return settings.place();
    }

    @Override
    public Fingerprint fingerprint() {
        try {
            requireEnabled();
            var info = daemon.info();
            var memory = Objects.requireNonNullElse(info.getMemTotal(), 0L);
            return fingerprint(
                    null,
                    "Docker " + info.getServerVersion(),
                    new Fingerprint.Capacity(
                            Objects.requireNonNullElse(info.getNCPU(), 0),
                            memory,
                            settings.isLocal() ? Machine.memoryFreeBytes() : memory,
                            diskFree(info.getDockerRootDir())));
        } catch (Away away) {
            return fingerprint(away.sentence(), null, new Fingerprint.Capacity(0, 0, 0, 0));
        }
    }

    private static Fingerprint fingerprint(
            @Nullable String reason, @Nullable String version, Fingerprint.Capacity capacity) {
        return new Fingerprint(
                reason, version, List.of(ClusterKind.KAFKA), List.of("rest_proxy", "ui"), capacity);
    }

    private long diskFree(@Nullable String root) {
        return settings.isLocal() && root != null ? Machine.diskFreeBytes(Path.of(root)) : 0;
    }

    private void requireEnabled() {
        if (!settings.enabled()) {
            throw new Away("Docker is switched off by atoll.docker.enabled.", null);
        }
    }

    @Override
    public ObservedCluster observe(ClusterId id) {
        requireEnabled();
        return observer.observe(id);
    }

    @Override
    public Convergence converge(DesiredCluster desired, ObservedCluster observed) {
        requireEnabled();
        var plan = StepPlanner.plan(desired, observed, clock.instant());
        var before = plan.stream().filter(step -> !isStart(step)).map(this::take).toList();
        var starts = start(plan.stream().filter(DockerRuntime::isStart).toList());
        return Stream.concat(before.stream(), starts.stream())
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(
                        () ->
                                plan.isEmpty()
                                        ? observed.untilNextStart(clock.instant())
                                        : new Convergence.Progressing(SOON));
    }

    private static boolean isStart(Step step) {
        return step instanceof Step.StartNode;
    }

    /// Nodes are started at the same time, once all else was done: Docker mostly waits.
    private List<Optional<Convergence>> start(List<Step> starts) {
        if (starts.size() < 2) {
            return starts.stream().map(this::take).toList();
        }
        return starts.stream()
                .map(step -> CompletableFuture.supplyAsync(() -> take(step), THREADS))
                .toList()
                .stream()
                .map(DockerRuntime::outcome)
                .toList();
    }

    private static Optional<Convergence> outcome(CompletableFuture<Optional<Convergence>> start) {
        try {
            return start.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private Optional<Convergence> take(Step step) {
        try {
            return steps.take(step);
        } catch (StepBlocked blocked) {
            return Optional.of(new Convergence.Blocked(blocked.reason(), blocked.sentence()));
        } catch (IOException failure) {
            if (StepBlocked.isDiskFull(failure)) {
                return Optional.of(
                        new Convergence.Blocked(
                                "DiskFull",
                                "The disk at " + settings.stateDirectory() + " is full."));
            }
            throw new UncheckedIOException(failure);
        }
    }

    private String explain(Box box) {
        var state = box.state();
        if (state.outOfMemory()) {
            return "Out of memory: it took more than its container may have.";
        }
        var log = logs.tail(box, LINES_TO_EXPLAIN).lines().stream().map(line -> line.text());
        return LastExit.explain(state.exitCode(), log.toList());
    }

    @Override
    public Set<ClusterId> clusters() {
        requireEnabled();
        return look.clusters();
    }

    /// Docker rotates logs itself.
    @Override
    public void tidy(Duration keep) {
        requireEnabled();
        try {
            volumes.purge(keep, clock.instant());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void onNodeEnd(Consumer<ClusterId> listener) {
        if (settings.enabled()) {
            events.tell(listener);
        }
    }

    @Override
    public Excerpt tail(ClusterId id, String node, int lines) {
        return logs.tail(id, node, lines);
    }

    @Override
    public Excerpt read(ClusterId id, String node, long position) {
        return logs.read(id, node, position);
    }

    @Override
    public List<Measure> measure(ClusterId id) {
        requireEnabled();
        return meter.measure(id);
    }

    @Override
    public long diskBytes(ClusterId id, String node) {
        requireEnabled();
        return meter.diskBytes(id, node);
    }
}
