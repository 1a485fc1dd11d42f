package io.atoll.ops.connection;

import io.atoll.kit.refusal.Unavailable;
import io.atoll.ops.endpoint.Endpoint;
import io.atoll.ops.endpoint.ProbeFailed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Everything that is done at one cluster goes through here: its own clients, at most so many
/// requests at once, and none at all while it does not answer. Blocks: call on a virtual thread.
///
/// What the cluster answers, refusals included, is passed on as Kafka's own exception; that it
/// does not answer, as `Unavailable`.
public final class ClusterConnection {

    private static final Logger LOG = Logger.getLogger(ClusterConnection.class);
    private static final Duration CLOSING = Duration.ofMillis(500);

    private final String clusterId;
    private final Reach.At address;
    private final Supplier<Endpoint> endpoint;
    private final ConnectionConfig config;
    private final InstantSource clock;
    private final CircuitBreaker breaker;
    private final Semaphore requests;
    private final Semaphore consumers;
    private ClientSet clients;
    private volatile Instant lastUsed;
    private volatile boolean opened;
    private volatile @Nullable String reason;

    ClusterConnection(
            String clusterId,
            Reach.At address,
            Supplier<Endpoint> endpoint,
            ConnectionConfig config,
            InstantSource clock) {
        this.clusterId = clusterId;
        this.address = address;
        this.endpoint = endpoint;
        this.config = config;
        this.clock = clock;
        this.breaker =
                new CircuitBreaker(
                        config.breakerThreshold(),
                        config.breakerFirstWait(),
                        config.breakerLongestWait(),
                        clock);
        this.requests = new Semaphore(config.concurrency(), true);
        this.consumers = new Semaphore(config.consumers(), true);
        this.clients = new ClientSet(clusterId, endpoint.get());
        this.lastUsed = clock.instant();
    }

    public String clusterId() {
        return clusterId;
    }

    /// Asks the admin client and waits for its answer.
    public <T> T admin(Function<Admin, Future<T>> call) {
        return guarded(
                requests,
                set ->
                        call.apply(set.admin())
                                .get(config.callTimeout().toMillis(), TimeUnit.MILLISECONDS));
    }

    /// Lends a consumer that nobody else uses; it is closed afterwards.
    public <T> T withConsumer(boolean committed, Function<Consumer<byte[], byte[]>, T> work) {
        return guarded(consumers, set -> set.guarded(() -> lent(set.consumer(committed), work)));
    }

    private static <T> T lent(
            Consumer<byte[], byte[]> consumer, Function<Consumer<byte[], byte[]>, T> work) {
        try {
            return work.apply(consumer);
        } finally {
            // Closing asks the brokers to forget the session: not worth a long wait.
            consumer.close(CloseOptions.timeout(CLOSING));
        }
    }

    /// Lends the cluster's producer. What becomes of records says nothing of the cluster as a
    /// whole, so the circuit is left as it is: ask the admin client first.
    public <T> T withProducer(Function<Producer<byte[], byte[]>, T> work) {
        acquire(requests);
        try {
            var set = enter();
            try {
                set.verify();
                return work.apply(set.producer());
            } catch (IOException e) {
                throw failed(e, set);
            } finally {
                set.leave();
            }
        } finally {
            requests.release();
        }
    }

    private <T> T guarded(Semaphore bound, Work<T> work) {
        acquire(bound);
        try {
            breaker.refusal().ifPresent(this::refuse);
            return tried(work);
        } finally {
            bound.release();
        }
    }

    private <T> T tried(Work<T> work) {
        var set = enter();
        try {
            set.verify();
            var result = work.on(set);
            breaker.succeeded();
            opened = true;
            reason = null;
            return result;
        } catch (Exception e) {
            throw failed(KafkaFailures.unwrap(e), set);
        } finally {
            set.leave();
        }
    }

    private RuntimeException failed(Throwable failure, ClientSet set) {
        if (!KafkaFailures.isUnreachable(failure)) {
            breaker.succeeded();
            return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
        }
        boolean opens = breaker.failed();
        if (opens) {
            LOG.warnf("Cluster %s does not answer: %s", clusterId, failure);
        }
        if (opens || failure instanceof IOException) {
            set.retire();
        }
        reason = failure instanceof ProbeFailed told ? told.failure().message() : null;
        return notAnswering();
    }

    private void refuse(Duration wait) {
        throw notAnswering();
    }

    private Unavailable notAnswering() {
        var told = reason;
        if (told != null) {
            return new Unavailable(told);
        }
        return new Unavailable(
                "Cluster '%s' does not answer at %s, though it should be running."
                        .formatted(clusterId, address.bootstrap()));
    }

    private void acquire(Semaphore bound) {
        lastUsed = clock.instant();
        try {
            if (bound.tryAcquire(config.queueTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Unavailable(
                "Cluster '%s' is busy: too many requests at once. Try again soon."
                        .formatted(clusterId));
    }

    private synchronized ClientSet enter() {
        while (!clients.enter()) {
            clients = new ClientSet(clusterId, endpoint.get());
        }
        return clients;
    }

    /// Changes when the cluster moves or its data is wiped.
    public Reach.At address() {
        return address;
    }

    /// What answers is talked to no more until it was looked at again.
    synchronized void retire() {
        clients.retire();
    }

    /// Drops the clients; those in use close when their requests end.
    synchronized void close() {
        clients.retire();
        opened = false;
    }

    boolean idleSince(Instant moment) {
        return lastUsed.isBefore(moment);
    }

    /// 1: answers, 0: not opened or idle, -1: does not answer.
    int health() {
        if (breaker.state() != CircuitBreaker.State.CLOSED) {
            return -1;
        }
        return opened ? 1 : 0;
    }

    private interface Work<T> {
        T on(ClientSet set) throws Exception;
    }
}
