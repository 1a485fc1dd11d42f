package io.atoll.broker;

import io.atoll.contracts.Topics;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/// The topics of the control plane and who may do what with them, made so in its Kafka. What is
/// there and right stays; rights that are not in the table go, since nothing else uses this Kafka.
final class ControlPlane {

    private ControlPlane() {}

    /// Returns when all is as [Topics] and the table of rights say.
    ///
    /// @throws ExecutionException where Kafka refuses
    static void ensure(SuperUser user) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(user.settings())) {
            var there = admin.describeAcls(AclBindingFilter.ANY);
            create(admin);
            mend(admin);
            rights(admin, new HashSet<>(there.values().get()));
        }
    }

    private static void create(Admin admin) throws ExecutionException, InterruptedException {
        var topics =
                Topics.ALL.stream()
                        .map(
                                topic ->
                                        new NewTopic(
                                                        topic.name(),
                                                        Optional.of(1),
                                                        Optional.<Short>empty())
                                                .configs(topic.settings()))
                        .toList();
        for (var made : admin.createTopics(topics).values().values()) {
            try {
                made.get();
            } catch (ExecutionException refused) {
                if (!(refused.getCause() instanceof TopicExistsException)) {
                    throw refused;
                }
            }
        }
    }

    private static void mend(Admin admin) throws ExecutionException, InterruptedException {
        var changes =
                Topics.ALL.stream()
                        .collect(
                                Collectors.toMap(
                                        topic ->
                                                new ConfigResource(
                                                        ConfigResource.Type.TOPIC, topic.name()),
                                        ControlPlane::settings));
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private static Collection<AlterConfigOp> settings(Topics.Spec topic) {
        return topic.settings().entrySet().stream()
                .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
                .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                .toList();
    }

    private static void rights(Admin admin, Set<AclBinding> there)
            throws ExecutionException, InterruptedException {
        var wanted = ControlRights.all();
        var missing = wanted.stream().filter(right -> !there.contains(right)).toList();
        var foreign = there.stream().filter(right -> !wanted.contains(right)).toList();
        if (!missing.isEmpty()) {
            admin.createAcls(missing).all().get();
        }
        if (!foreign.isEmpty()) {
            var filters = foreign.stream().map(AclBinding::toFilter).toList();
            admin.deleteAcls(filters).all().get();
        }
    }
}
