package io.atoll.ops.picture;

import io.atoll.ops.connection.ClusterConnection;
import io.atoll.ops.connection.KafkaFailures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Asks a cluster for its topics, some hundred at a time, so that memory stays bounded however
/// many there are.
final class PictureLoader {

    private static final int BATCH = 500;

    private PictureLoader() {}

    static List<TopicRow> load(ClusterConnection connection) {
        var names =
                List.copyOf(
                        connection.admin(
                                admin ->
                                        admin.listTopics(new ListTopicsOptions().listInternal(true))
                                                .names()));
        var rows = new ArrayList<TopicRow>(names.size());
        for (int from = 0; from < names.size(); from += BATCH) {
            var batch = names.subList(from, Math.min(names.size(), from + BATCH));
            rows.addAll(connection.admin(admin -> describe(admin, batch)));
        }
        return rows;
    }

    /// The topics of these names that exist.
    static Future<List<TopicRow>> describe(Admin admin, Collection<String> names) {
        Map<String, KafkaFuture<TopicDescription>> asked =
                admin.describeTopics(names).topicNameValues();
        var answers = asked.values().stream().map(PictureLoader::row).toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(
                        done ->
                                answers.stream()
                                        .map(CompletableFuture::join)
                                        .flatMap(Optional::stream)
                                        .toList());
    }

    private static CompletableFuture<Optional<TopicRow>> row(KafkaFuture<TopicDescription> asked) {
        return asked.toCompletionStage()
                .toCompletableFuture()
                .thenApply(topic -> Optional.of(TopicRow.of(topic)))
                .exceptionally(
                        failure -> {
                            var reason = KafkaFailures.unwrap(failure);
                            if (reason instanceof UnknownTopicOrPartitionException) {
                                return Optional.empty();
                            }
                            throw new CompletionException(reason);
                        });
    }
}
