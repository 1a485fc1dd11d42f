package io.atoll.provisioner.runtime.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Statistics;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.UsageSource.Measure;
import io.atoll.provisioner.runtime.docker.DockerLook.Running;
import io.atoll.provisioner.runtime.docker.daemon.Daemon;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Measures what containers take. All are asked in one sweep, since each takes its time to answer;
/// the sweep serves every cluster for two seconds, that of the disk for a minute.
final class ContainerMeter {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration DISK_FRESH = Duration.ofMinutes(1);
    private static final int AT_A_TIME = 16;
    private static final int SECONDS_TO_WAIT = 5;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final Daemon daemon;
    private final DockerLook look;
    private final Clock clock;
    private @Nullable Sweep sweep;
    private @Nullable Disks disks;

    ContainerMeter(Daemon daemon, DockerLook look, Clock clock) {
        this.daemon = daemon;
        this.look = look;
        this.clock = clock;
    }

    private record Sweep(Instant at, Map<ClusterId, List<Measure>> measures) {}

    private record Disks(Instant at, Map<String, Long> bytes) {}

    List<Measure> measure(ClusterId id) {
        return swept().getOrDefault(id, List.of());
    }

    private synchronized Map<ClusterId, List<Measure>> swept() {
        if (sweep == null || clock.instant().isAfter(sweep.at().plus(FRESH))) {
            var measures = new HashMap<ClusterId, List<Measure>>();
            for (var found : measureAll(look.running())) {
                measures.computeIfAbsent(found.cluster(), _ -> new ArrayList<>())
                        .add(found.measure());
            }
            sweep = new Sweep(clock.instant(), measures);
        }
        return sweep.measures();
    }

    private record Measured(ClusterId cluster, Measure measure) {}

    private List<Measured> measureAll(List<Running> running) {
        var permits = new Semaphore(AT_A_TIME);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks =
                    running.stream()
                            .<Callable<Optional<Measured>>>map(one -> () -> measure(one, permits))
                            .toList();
            var all = new ArrayList<Measured>();
            for (var answer : threads.invokeAll(tasks)) {
                answer.get().ifPresent(all::add);
            }
            return all;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    private Optional<Measured> measure(Running one, Semaphore permits) throws InterruptedException {
        permits.acquire();
        try (var first = new First()) {
            daemon.streams().statsCmd(one.id()).exec(first);
            var stats = first.item.get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
            return Optional.of(new Measured(one.cluster(), measure(one, stats)));
        } catch (ExecutionException | TimeoutException | NotFoundException | IOException gone) {
            return Optional.empty();
        } finally {
            permits.release();
        }
    }

    private static Measure measure(Running one, Statistics stats) {
        var usage = Objects.requireNonNull(stats.getCpuStats().getCpuUsage()).getTotalUsage();
        var nanos = Objects.requireNonNullElse(usage, 0L);
        return new Measure(one.node(), one.id(), nanos / NANOS_PER_MILLI, memory(stats));
    }

    /// Without what the kernel only keeps of files and gives back when asked.
    private static long memory(Statistics stats) {
        var memory = stats.getMemoryStats();
        var used = Objects.requireNonNullElse(memory.getUsage(), 0L);
        var detail = memory.getStats();
        if (detail == null) {
            return used;
        }
        var v2 = detail.getInactiveFile();
        var v1 = detail.getTotalInactiveFile();
        return Math.max(0, used - (v1 != null ? v1 : v2 != null ? v2 : 0L));
    }

    long diskBytes(ClusterId id, String node) {
        return diskUsage().getOrDefault(id + "/" + node, 0L);
    }

    private synchronized Map<String, Long> diskUsage() {
        if (disks == null || clock.instant().isAfter(disks.at().plus(DISK_FRESH))) {
            var bytes = new HashMap<String, Long>();
            var sizes = new HashMap<String, Long>();
            for (var volume : daemon.get("/system/df").path("Volumes")) {
                sizes.put(
                        volume.path("Name").asText(),
                        volume.path("UsageData").path("Size").asLong(0));
            }
            for (var volume : look.allVolumes()) {
                var node =
                        volume.labels().get(Labels.CLUSTER)
                                + "/"
                                + volume.labels().get(Labels.NODE);
                bytes.merge(node, sizes.getOrDefault(volume.name(), 0L), Long::sum);
            }
            disks = new Disks(clock.instant(), bytes);
        }
        return disks.bytes();
    }

    /// The first frame of a stream of statistics comes at once, a single answer only after the
    /// second one.
    private static final class First extends ResultCallback.Adapter<Statistics> {

        private final CompletableFuture<Statistics> item = new CompletableFuture<>();

        @Override
        public void onNext(Statistics frame) {
            item.complete(frame);
        }

        @Override
        public void onError(Throwable failure) {
            item.completeExceptionally(failure);
            super.onError(failure);
        }

        @Override
        public void onComplete() {
            item.completeExceptionally(new IOException("It ended."));
            super.onComplete();
        }
    }
}
