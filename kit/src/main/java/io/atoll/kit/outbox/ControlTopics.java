package io.atoll.kit.outbox;

import static java.util.Objects.requireNonNull;

import io.atoll.contracts.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the control topics as {@link Topics#ALL} has them; mends the policy of those there are.
 * Where all are as they should be it only looks, which any user of a service may.
 */
final class ControlTopics {

    private static final int MOST_REPLICAS = 3;

    static void ensure(Map<String, Object> kafka) throws InterruptedException {
        try (var admin = Admin.create(kafka)) {
            var there = admin.listTopics().names().get();
            create(
                    admin,
                    Topics.ALL.stream().filter(topic -> !there.contains(topic.name())).toList());
            mend(admin, Topics.ALL.stream().filter(topic -> there.contains(topic.name())).toList());
        } catch (ExecutionException e) {
            throw new PublishFailed(e);
        }
    }

    private static void create(Admin admin, List<Topics.Spec> topics)
            throws InterruptedException, ExecutionException {
        if (topics.isEmpty()) {
            return;
        }
        int brokers = admin.describeCluster().nodes().get().size();
        for (var topic : topics) {
            create(admin, topic, (short) Math.min(MOST_REPLICAS, brokers));
        }
    }

    private static void create(Admin admin, Topics.Spec topic, short replicas)
            throws InterruptedException, ExecutionException {
        var created =
                new NewTopic(topic.name(), Optional.of(1), Optional.of(replicas))
                        .configs(topic.settings());
        try {
            admin.createTopics(List.of(created)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static void mend(Admin admin, List<Topics.Spec> topics)
            throws InterruptedException, ExecutionException {
        var asked = topics.stream().map(ControlTopics::resource).toList();
        var found = admin.describeConfigs(asked).all().get();
        var changes =
                topics.stream()
                        .filter(
                                topic ->
                                        !isRight(topic, requireNonNull(found.get(resource(topic)))))
                        .collect(Collectors.toMap(ControlTopics::resource, ControlTopics::changes));
        if (!changes.isEmpty()) {
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }

    private static boolean isRight(Topics.Spec topic, Config found) {
        return topic.settings().entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(value(found, wanted.getKey())));
    }

    private static String value(Config found, String name) {
        var entry = found.get(name);
        return entry == null ? "" : entry.value();
    }

    private static ConfigResource resource(Topics.Spec topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static Collection<AlterConfigOp> changes(Topics.Spec topic) {
        return topic.settings().entrySet().stream()
                .map(e -> new ConfigEntry(e.getKey(), e.getValue()))
                .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                .toList();
    }

    private ControlTopics() {}
}
