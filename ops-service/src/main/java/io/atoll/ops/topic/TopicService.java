package io.atoll.ops.topic;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.audit.AuditChange.Effect;
import io.atoll.contracts.event.EventType;
import io.atoll.contracts.topic.CreateTopicRequest;
import io.atoll.contracts.topic.TopicConfigRequest;
import io.atoll.contracts.topic.TopicPlan;
import io.atoll.contracts.topic.TopicState;
import io.atoll.contracts.topic.TopicView;
import io.atoll.kit.refusal.AtollException;
import io.atoll.kit.refusal.Conflict;
import io.atoll.ops.audit.ChangeNotes;
import io.atoll.ops.connection.ClusterConnection;
import io.atoll.ops.connection.Connections;
import io.atoll.ops.picture.TopicPictures;
import io.atoll.ops.picture.TopicRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.AlterConfigsOptions;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.jspecify.annotations.Nullable;

/// Changes of topics: the effect at the cluster first, then the picture, then the event. Call on a
/// virtual thread.
@ApplicationScoped
class TopicService {

    private final Connections connections;
    private final TopicReader reader;
    private final TopicPictures pictures;
    private final TopicSettling settling;
    private final TopicEvents events;
    private final ChangeNotes notes;

    TopicService(
            Connections connections,
            TopicReader reader,
            TopicPictures pictures,
            TopicSettling settling,
            TopicEvents events,
            ChangeNotes notes) {
        this.connections = connections;
        this.reader = reader;
        this.pictures = pictures;
        this.settling = settling;
        this.events = events;
        this.notes = notes;
    }

    TopicPlan planCreate(ClusterScope cluster, CreateTopicRequest wanted) {
        var made = create(connections.toChange(cluster.id()), wanted, true);
        var config = config(wanted);
        return new TopicPlan(
                "create",
                wanted.name(),
                made.partitions(),
                made.replicationFactor(),
                TopicPlanner.changes(Map.of(), config),
                TopicPlanner.warnings(made.replicationFactor(), config),
                null);
    }

    TopicView create(ClusterScope cluster, CreateTopicRequest wanted, String subject) {
        var connection = connections.toChange(cluster.id());
        var made = create(connection, wanted, false);
        settling.awaitPresent(connection, wanted.name());
        pictures.changed(connection, wanted.name());
        events.tell(EventType.TOPIC_CREATED, "created", cluster, wanted.name(), subject);
        var state = made.state(wanted.name(), config(wanted));
        notes.tell(cluster, new Effect("topic.create", "topic " + wanted.name(), null, state));
        try {
            return view(connection, wanted.name());
        } catch (AtollException e) {
            // It is made, though the brokers do not show it yet.
            return made.view(wanted.name(), config(wanted));
        }
    }

    TopicPlan planConfigure(ClusterScope cluster, String topic, TopicConfigRequest wanted) {
        var connection = connections.toChange(cluster.id());
        var row = TopicRow.of(reader.describe(connection, topic));
        var own = reader.ownSettings(connection, topic);
        configure(connection, topic, own, wanted.config(), true);
        return new TopicPlan(
                "configure",
                topic,
                row.partitions(),
                row.replicationFactor(),
                TopicPlanner.changes(own, wanted.config()),
                TopicPlanner.warnings(row.replicationFactor(), wanted.config()),
                null);
    }

    TopicView configure(
            ClusterScope cluster, String topic, TopicConfigRequest wanted, String subject) {
        var connection = connections.toChange(cluster.id());
        var row = TopicRow.of(reader.describe(connection, topic));
        var own = reader.ownSettings(connection, topic);
        if (configure(connection, topic, own, wanted.config(), false)) {
            settling.awaitSettings(connection, topic, wanted.config());
            events.tell(EventType.TOPIC_UPDATED, "configured", cluster, topic, subject);
            var before = Made.of(row).state(topic, own);
            var after = Made.of(row).state(topic, wanted.config());
            notes.tell(cluster, new Effect("topic.configure", "topic " + topic, before, after));
        }
        return view(connection, topic);
    }

    TopicPlan planDelete(ClusterScope cluster, String topic) {
        var connection = connections.toChange(cluster.id());
        refuseInternal(topic);
        var described = reader.describe(connection, topic);
        var row = TopicRow.of(described);
        var records = reader.records(connection, described);
        return new TopicPlan(
                "delete",
                topic,
                row.partitions(),
                row.replicationFactor(),
                List.of(),
                records == 0
                        ? List.of()
                        : List.of("%d record(s) would be lost for good.".formatted(records)),
                records);
    }

    void delete(ClusterScope cluster, String topic, String subject) {
        var connection = connections.toChange(cluster.id());
        refuseInternal(topic);
        var before = last(connection, topic);
        refusals(
                connection,
                topic,
                Set.of(),
                () -> connection.admin(admin -> admin.deleteTopics(List.of(topic)).all()));
        settling.awaitAbsent(connection, topic);
        pictures.changed(connection, topic);
        events.tell(EventType.TOPIC_DELETED, "deleted", cluster, topic, subject);
        notes.tell(cluster, new Effect("topic.delete", "topic " + topic, before, null));
    }

    /// Who may delete a topic may be refused its settings: then they are left out.
    private TopicState last(ClusterConnection connection, String topic) {
        var made = Made.of(TopicRow.of(reader.describe(connection, topic)));
        try {
            return made.state(topic, reader.ownSettings(connection, topic));
        } catch (AtollException | KafkaException e) {
            return made.state(topic, Map.of());
        }
    }

    private record Made(int partitions, int replicationFactor) {

        static Made of(TopicRow row) {
            return new Made(row.partitions(), row.replicationFactor());
        }

        TopicState state(String name, Map<String, String> config) {
            return new TopicState(name, partitions, replicationFactor, config);
        }

        TopicView view(String name, Map<String, String> config) {
            return new TopicView(
                    name, partitions, replicationFactor, false, 0, 0L, null, config, null);
        }
    }

    private Made create(ClusterConnection connection, CreateTopicRequest wanted, boolean dryRun) {
        var name = wanted.name();
        if (TopicRow.isInternal(name)) {
            throw TopicRefusals.invalid(
                    "/name", "begins with '__', which is kept for topics of Kafka itself");
        }
        var topic =
                new NewTopic(
                                name,
                                Optional.ofNullable(wanted.partitions()),
                                Optional.ofNullable(wanted.replicationFactor())
                                        .map(Integer::shortValue))
                        .configs(config(wanted));
        var options = new CreateTopicsOptions().validateOnly(dryRun);
        try {
            return refusals(
                    connection,
                    name,
                    config(wanted).keySet(),
                    () ->
                            connection.admin(
                                    admin ->
                                            made(
                                                    admin.createTopics(List.of(topic), options),
                                                    name)));
        } catch (InvalidReplicationFactorException e) {
            throw TopicRefusals.replicas(brokers(connection), wanted.replicationFactor());
        }
    }

    private static Future<Made> made(CreateTopicsResult asked, String name) {
        return asked.numPartitions(name)
                .toCompletionStage()
                .thenCombine(asked.replicationFactor(name).toCompletionStage(), Made::new)
                .toCompletableFuture();
    }

    private static int brokers(ClusterConnection connection) {
        return connection.admin(admin -> admin.describeCluster().nodes()).size();
    }

    private static Map<String, String> config(CreateTopicRequest wanted) {
        var config = wanted.config();
        return config == null ? Map.of() : config;
    }

    /// True where there was something to change.
    private static boolean configure(
            ClusterConnection connection,
            String topic,
            Map<String, String> own,
            Map<String, String> wanted,
            boolean dryRun) {
        var operations = TopicPlanner.operations(own, wanted);
        if (operations.isEmpty()) {
            return false;
        }
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var options = new AlterConfigsOptions().validateOnly(dryRun);
        refusals(
                connection,
                topic,
                wanted.keySet(),
                () ->
                        connection.admin(
                                admin ->
                                        admin.incrementalAlterConfigs(
                                                        Map.of(resource, operations), options)
                                                .all()));
        return true;
    }

    private TopicView view(ClusterConnection connection, String topic) {
        return reader.view(connection, reader.describe(connection, topic));
    }

    private static void refuseInternal(String topic) {
        if (TopicRow.isInternal(topic)) {
            throw new Conflict(
                    "Topic '%s' belongs to Kafka itself; without it the cluster would not work, so it is not deleted."
                            .formatted(topic));
        }
    }

    private static <T extends @Nullable Object> T refusals(
            ClusterConnection connection, String topic, Set<String> settings, Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidReplicationFactorException e) {
            throw e;
        } catch (KafkaException e) {
            throw TopicRefusals.of(connection.clusterId(), topic, settings, e);
        }
    }
}
