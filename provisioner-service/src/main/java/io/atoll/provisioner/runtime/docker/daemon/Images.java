package io.atoll.provisioner.runtime.docker.daemon;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import io.atoll.provisioner.runtime.ClusterRuntime.Away;
import io.atoll.provisioner.runtime.Convergence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Fetches images that are not on the machine, each once at a time and in the background.
public final class Images {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);
    private static final int LONGEST_MINUTES = 30;

    private final Daemon daemon;
    private final Clock clock;
    private final Map<String, Pull> pulls = new ConcurrentHashMap<>();

    public Images(Daemon daemon, Clock clock) {
        this.daemon = daemon;
        this.clock = clock;
    }

    /// How far the fetching of an image is that was just found missing; begins it where needed.
    public Convergence fetch(String image) {
        var pull =
                pulls.compute(
                        image,
                        (_, known) -> known == null || known.isOver() ? begin(image) : known);
        var failure = pull.failure;
        return failure == null
                ? new Convergence.Preparing(LOOK_AGAIN, "PullingImage", pull.progress())
                : new Convergence.Blocked("ImageNotAvailable", missing(image, failure));
    }

    private static String missing(String image, String why) {
        return ("Image %s is not on this machine and could not be fetched (%s). Load it with docker"
                        + " load or docker build, or name another one in atoll.docker.images.")
                .formatted(image, why);
    }

    private Pull begin(String image) {
        var pull = new Pull(image);
        Thread.ofVirtual().name("pull-" + image).start(pull);
        return pull;
    }

    /// One try to fetch an image.
    private final class Pull extends ResultCallback.Adapter<PullResponseItem> implements Runnable {

        private final String image;
        private final Set<String> layers = ConcurrentHashMap.newKeySet();
        private final Set<String> ready = ConcurrentHashMap.newKeySet();
        private volatile boolean broken;
        private volatile @Nullable String failure;
        private volatile @Nullable Instant tryAgain;

        Pull(String image) {
            this.image = image;
        }

        boolean isOver() {
            var again = tryAgain;
            return again != null && clock.instant().isAfter(again);
        }

        String progress() {
            var how = broken ? " The connection broke; Docker tries again." : "";
            return layers.isEmpty()
                    ? "Image %s is being fetched.%s".formatted(image, how)
                    : "Image %s is being fetched: %d of %d layers are there.%s"
                            .formatted(image, ready.size(), layers.size(), how);
        }

        @Override
        public void onNext(PullResponseItem item) {
            var detail = item.getErrorDetail();
            if (detail != null) {
                failure = String.valueOf(detail.getMessage());
            }
            if (item.getId() == null || item.getStatus() == null) {
                return;
            }
            tell(item.getId(), item.getStatus());
        }

        private void tell(String layer, String status) {
            if (status.startsWith("Pulling fs layer")) {
                layers.add(layer);
            } else if (status.startsWith("Pull complete")) {
                ready.add(layer);
            } else if (status.startsWith("Retrying in")) {
                broken = true;
            } else if (status.startsWith("Downloading")) {
                broken = false;
            }
        }

        @Override
        public void run() {
            try {
                var inTime =
                        daemon.streams()
                                .pullImageCmd(withTag(image))
                                .exec(this)
                                .awaitCompletion(LONGEST_MINUTES, TimeUnit.MINUTES);
                if (!inTime) {
                    failure = "it took longer than " + LONGEST_MINUTES + " minutes";
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (DockerException refused) {
                failure = Refusals.words(refused);
            } catch (RuntimeException broken) {
                failure = String.valueOf(broken.getMessage());
            }
            end();
        }

        private void end() {
            if (failure == null && isThere()) {
                pulls.remove(image, this);
            } else if (failure == null) {
                failure = "Docker did not say why";
            }
            tryAgain = clock.instant().plus(TRY_AGAIN);
        }

        private boolean isThere() {
            try {
                return daemon.ask(docker -> docker.inspectImageCmd(image).exec()) != null;
            } catch (NotFoundException | Away missing) {
                return false;
            }
        }
    }

    /// Without a tag Docker would fetch every one there is.
    private static String withTag(String image) {
        var name = image.substring(image.lastIndexOf('/') + 1);
        return name.contains(":") || name.contains("@") ? image : image + ":latest";
    }
}
