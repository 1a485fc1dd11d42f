package io.atoll.ops.connection;

import io.atoll.kit.outbox.ControlKafka;
import io.atoll.kit.refusal.Unavailable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/// Brings the directory up to the present. Whoever saw a cluster at the registry must never be told
/// here that there is none, so before that is said, all that stands in the control topics is read.
@ApplicationScoped
public class DirectoryCatchUp {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ClusterDirectory directory;
    private final Map<String, Object> kafka;
    private final SharedQuestion<Map<TopicPartition, Long>> ends = new SharedQuestion<>(this::ends);
    private @Nullable Admin admin;

    @Inject
    DirectoryCatchUp(ClusterDirectory directory, ControlKafka kafka) {
        this(directory, kafka.settings());
    }

    DirectoryCatchUp(ClusterDirectory directory, Map<String, Object> kafka) {
        this.directory = directory;
        this.kafka = kafka;
    }

    /// Returns once the directory holds what the control topics held at the call. Many calls at
    /// once ask Kafka once or twice. Call on a virtual thread.
    ///
    /// @throws Unavailable where the control topics cannot be read within some seconds
    public void toPresent() {
        try {
            var present = ends.ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!directory.awaitReadUpTo(present, PATIENCE.toMillis())) {
                throw unreadable();
            }
        } catch (ExecutionException | TimeoutException e) {
            throw unreadable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable();
        }
    }

    private CompletableFuture<Map<TopicPartition, Long>> ends() {
        return end(ClusterDirectory.DESIRED)
                .thenCombine(
                        end(ClusterDirectory.STATUS),
                        (desired, status) ->
                                Map.of(
                                        ClusterDirectory.DESIRED, desired,
                                        ClusterDirectory.STATUS, status));
    }

    private CompletableFuture<Long> end(TopicPartition topic) {
        var options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        options.timeoutMs((int) PATIENCE.toMillis());
        try {
            return admin().listOffsets(Map.of(topic, OffsetSpec.latest()), options)
                    .partitionResult(topic)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .thenApply(ListOffsetsResultInfo::offset)
                    .exceptionallyCompose(DirectoryCatchUp::noTopicIsEmpty);
        } catch (KafkaException | IllegalStateException noClient) {
            return CompletableFuture.failedFuture(noClient);
        }
    }

    private static CompletableFuture<Long> noTopicIsEmpty(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof UnknownTopicOrPartitionException
                ? CompletableFuture.completedFuture(0L)
                : CompletableFuture.failedFuture(failure);
    }

    private static Unavailable unreadable() {
        return new Unavailable("The list of clusters cannot be read just now; try again.");
    }

    synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(ClientProperties.controlAdmin(kafka));
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    /// Asks one question at a time for however many want to know. Whoever comes while one is
    /// under way shares the next: the answer to one asked before may be older than the call.
    ///
    /// <pre>
    ///   nobody asks ──call──▶ under way ──answer──▶ nobody asks
    ///                             │ further calls       ▲
    ///                             └──▶ one next, asked after the answer
    /// </pre>
    static final class SharedQuestion<T> {

        private final Supplier<CompletableFuture<T>> question;
        private @Nullable CompletableFuture<T> underWay;
        private @Nullable CompletableFuture<T> next;

        SharedQuestion(Supplier<CompletableFuture<T>> question) {
            this.question = question;
        }

        /// The answer to a question that is asked after this call.
        synchronized CompletableFuture<T> ask() {
            if (underWay == null) {
                return begin();
            }
            if (next == null) {
                next = underWay.handle((_, _) -> true).thenCompose(_ -> begin());
            }
            return next;
        }

        private synchronized CompletableFuture<T> begin() {
            next = null;
            var asked = question.get();
            underWay = asked;
            var _ = asked.whenComplete((_, _) -> ended(asked));
            return asked;
        }

        private synchronized void ended(CompletableFuture<T> asked) {
            if (underWay == asked && next == null) {
                underWay = null;
            }
        }
    }
}
