package io.atoll.provisioner.runtime.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventType;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.docker.daemon.Daemon;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Hears from the daemon that a container of ours ended. When the stream breaks it is opened
/// again, after 1 s, 2 s, 4 s to 30 s.
final class ContainerEvents {

    private static final Logger LOG = Logger.getLogger(ContainerEvents.class);
    private static final int LONGEST_PAUSE_SECONDS = 30;

    private final Daemon daemon;
    private final String home;

    ContainerEvents(Daemon daemon, String home) {
        this.daemon = daemon;
        this.home = home;
    }

    void tell(Consumer<ClusterId> listener) {
        Thread.ofVirtual().name("docker-events").start(() -> listenForEver(listener));
    }

    private void listenForEver(Consumer<ClusterId> listener) {
        var pause = 1;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var heard = listen(listener);
                pause = heard ? 1 : Math.min(LONGEST_PAUSE_SECONDS, pause * 2);
                TimeUnit.SECONDS.sleep(pause);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// True when the stream was open for a while.
    private boolean listen(Consumer<ClusterId> listener) throws InterruptedException {
        var stream = new Stream(listener);
        try {
            daemon.streams()
                    .eventsCmd()
                    .withEventTypeFilter(EventType.CONTAINER)
                    .withEventFilter("die", "oom", "destroy")
                    .withLabelFilter(Map.of(Labels.HOME, home))
                    .exec(stream)
                    .awaitCompletion();
        } catch (RuntimeException broken) {
            LOG.debugf("Events of Docker ended: %s", broken.getMessage());
        }
        return stream.opened;
    }

    private static final class Stream extends ResultCallback.Adapter<Event> {

        private final Consumer<ClusterId> listener;
        private volatile boolean opened;

        Stream(Consumer<ClusterId> listener) {
            this.listener = listener;
        }

        @Override
        public void onStart(java.io.Closeable stream) {
            opened = true;
            super.onStart(stream);
        }

        @Override
        public void onNext(Event event) {
            var actor = event.getActor();
            var labels = actor == null ? null : actor.getAttributes();
            if (labels != null) {
                Labels.clusterOf(labels).ifPresent(listener);
            }
        }
    }
}
