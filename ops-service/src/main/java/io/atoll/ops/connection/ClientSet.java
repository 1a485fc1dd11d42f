package io.atoll.ops.connection;

import io.atoll.ops.endpoint.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// The clients of one cluster at one address, each made when it is first needed. Retired, it
/// closes when the last request that uses it has ended.
final class ClientSet {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final String clientId;
    private final Endpoint endpoint;
    private @Nullable Admin admin;
    private @Nullable Producer<byte[], byte[]> producer;
    private @Nullable CompletableFuture<Void> probe;
    private int users;
    private boolean retired;

    ClientSet(String clusterId, Endpoint endpoint) {
        this.clientId = endpoint.clientName() + "-" + clusterId + "-" + NUMBERS.incrementAndGet();
        this.endpoint = endpoint;
    }

    /// False where this set is retired: take another.
    synchronized boolean enter() {
        if (!retired) {
            users++;
        }
        return !retired;
    }

    synchronized void leave() {
        users--;
        closeIfUnused();
    }

    synchronized void retire() {
        if (!retired) {
            retired = true;
            closeIfUnused();
        }
    }

    /// Makes sure, once, that Kafka answers at the address and may be talked to; all who come
    /// meanwhile wait for the same answer.
    void verify() throws IOException {
        try {
            probe().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException io
                    ? io.getCause()
                    : new IOException(e.getCause());
        }
    }

    private synchronized CompletableFuture<Void> probe() {
        var current = probe;
        if (current == null) {
            current = CompletableFuture.runAsync(this::check, Thread::startVirtualThread);
            probe = current;
        }
        return current;
    }

    private void check() {
        try {
            endpoint.verify();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized Admin admin() {
        var current = admin;
        if (current == null) {
            current = guarded(() -> Admin.create(ClientProperties.admin(clientId, endpoint)));
            admin = current;
        }
        return current;
    }

    synchronized Producer<byte[], byte[]> producer() {
        var current = producer;
        if (current == null) {
            current =
                    guarded(
                            () ->
                                    new KafkaProducer<>(
                                            ClientProperties.producer(clientId, endpoint),
                                            new ByteArraySerializer(),
                                            new ByteArraySerializer()));
            producer = current;
        }
        return current;
    }

    /// Does what a client looks names up for in the caller's own thread.
    <T> T guarded(Supplier<T> work) {
        return endpoint.guarded(work);
    }

    /// A consumer of its own for one request, which closes it. Made and used in `guarded`.
    Consumer<byte[], byte[]> consumer(boolean committed) {
        var id = clientId + "-reader-" + NUMBERS.incrementAndGet();
        return new KafkaConsumer<>(
                ClientProperties.consumer(id, endpoint, committed),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /// Off the caller's thread: closing may wait for a network that is gone.
    private void closeIfUnused() {
        if (!retired || users > 0) {
            return;
        }
        var oldAdmin = admin;
        var oldProducer = producer;
        admin = null;
        producer = null;
        Thread.startVirtualThread(
                () -> {
                    if (oldAdmin != null) {
                        oldAdmin.close(Duration.ZERO);
                    }
                    if (oldProducer != null) {
                        oldProducer.close(Duration.ZERO);
                    }
                });
    }
}
