package io.atoll.kit.outbox;

import io.atoll.contracts.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the control topics as {@link Topics#ALL} has them; mends the policy of those there are. */
final class ControlTopics {

    private static final int MOST_REPLICAS = 3;
    private static final Duration RETENTION = Duration.ofDays(7);

    static void ensure(Map<String, Object> kafka) throws InterruptedException {
        try (var admin = Admin.create(kafka)) {
            var there = admin.listTopics().names().get();
            int brokers = admin.describeCluster().nodes().get().size();
            for (var topic : Topics.ALL) {
                if (!there.contains(topic.name())) {
                    create(admin, topic, (short) Math.min(MOST_REPLICAS, brokers));
                }
            }
            mend(admin, Topics.ALL.stream().filter(topic -> there.contains(topic.name())).toList());
        } catch (ExecutionException e) {
            throw new PublishFailed(e);
        }
    }

    private static void create(Admin admin, Topics.Spec topic, short replicas)
            throws InterruptedException, ExecutionException {
        var created =
                new NewTopic(topic.name(), Optional.of(1), Optional.of(replicas))
                        .configs(config(topic));
        try {
            admin.createTopics(List.of(created)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static Map<String, String> config(Topics.Spec topic) {
        return topic.compacted()
                ? Map.of("cleanup.policy", "compact")
                : Map.of("cleanup.policy", "delete", "retention.ms", "" + RETENTION.toMillis());
    }

    private static void mend(Admin admin, List<Topics.Spec> topics)
            throws InterruptedException, ExecutionException {
        KafkaFuture<Void> mended =
                admin.incrementalAlterConfigs(
                                topics.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        ControlTopics::resource,
                                                        ControlTopics::changes)))
                        .all();
        mended.get();
    }

    private static ConfigResource resource(Topics.Spec topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static Collection<AlterConfigOp> changes(Topics.Spec topic) {
        return config(topic).entrySet().stream()
                .map(e -> new ConfigEntry(e.getKey(), e.getValue()))
                .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                .toList();
    }

    private ControlTopics() {}
}
