package io.atoll.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atoll.contracts.ControlUser;
import io.atoll.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlPlaneIT {

    private static final String PASSWORD = "abc23";
    private static final ConfigResource WISHES =
            new ConfigResource(ConfigResource.Type.TOPIC, Topics.CLUSTERS_DESIRED);

    @TempDir Path directory;

    @Test
    void aKafkaThatAskedNobodyKeepsItsRecordsAndGetsTopicsAndRights() throws Exception {
        try (var open = EmbeddedBroker.start(directory)) {
            var wrong = Map.of("cleanup.policy", "delete");
            try (var admin = Admin.create(Map.of("bootstrap.servers", open.bootstrap()))) {
                var wishes =
                        new NewTopic(Topics.CLUSTERS_DESIRED, Optional.of(1), Optional.empty());
                var orders = new NewTopic("orders", Optional.of(1), Optional.empty());
                admin.createTopics(List.of(wishes.configs(wrong), orders)).all().get();
            }
            Records.write(open.bootstrap(), "first");
        }

        var closed = closed();
        try (var _ = KafkaNode.start(closed);
                var admin = Admin.create(closed.superUser().orElseThrow().settings())) {
            ControlPlane.ensure(closed.superUser().orElseThrow());

            awaitRights(admin, ControlRights.all());
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.ALL.stream().map(Topics.Spec::name).toList());
            assertThat(
                            admin.describeConfigs(List.of(WISHES))
                                    .all()
                                    .get()
                                    .get(WISHES)
                                    .get("cleanup.policy")
                                    .value())
                    .isEqualTo("compact");
            assertThat(Records.read(closed.superUser().orElseThrow().settings()))
                    .containsExactly("first");
        }
    }

    @Test
    void rightsThatAreNotInTheTableGo() throws Exception {
        var properties = closed();
        var user = properties.superUser().orElseThrow();
        var foreign =
                new AclBinding(
                        new ResourcePattern(
                                ResourceType.TOPIC, Topics.CLUSTERS_DESIRED, PatternType.LITERAL),
                        new AccessControlEntry(
                                "User:ops", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
        try (var _ = KafkaNode.start(properties);
                var admin = Admin.create(user.settings())) {
            ControlPlane.ensure(user);
            admin.createAcls(List.of(foreign)).all().get();
            var more = new HashSet<>(ControlRights.all());
            more.add(foreign);
            awaitRights(admin, more);

            ControlPlane.ensure(user);

            awaitRights(admin, ControlRights.all());
        }
    }

    @Test
    void theRegistryAloneMayWriteWishesAndNobodyElseSpeaksInAnothersName() {
        assertThat(writers(Topics.CLUSTERS_DESIRED)).containsExactly(ControlUser.REGISTRY);
        assertThat(writers(Topics.CLUSTERS_STATUS))
                .containsExactly(ControlUser.PROVISIONER, ControlUser.OPS);
        assertThat(writers(Topics.RUNTIMES)).containsExactly(ControlUser.PROVISIONER);
        assertThat(writers(Topics.AUDIT)).containsExactly(ControlUser.REGISTRY, ControlUser.OPS);
        assertThat(ControlUser.GATEWAY.writes()).isEmpty();
        assertThat(ControlUser.VIEWER.writes()).isEmpty();
    }

    /// The broker hears of changes from the controller a little later, in their order: rights last.
    private static void awaitRights(Admin admin, Set<AclBinding> wanted) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get())
                                        .containsExactlyInAnyOrderElementsOf(wanted));
    }

    private static List<ControlUser> writers(String topic) {
        return List.of(ControlUser.values()).stream()
                .filter(user -> user.writes().contains(topic))
                .toList();
    }

    /// The node of the directory with users and rights.
    private NodeProperties closed() throws Exception {
        var open = SingleNode.in(directory, Map.of()).all();
        var closed = new Properties();
        open.stringPropertyNames()
                .forEach(
                        name ->
                                closed.setProperty(
                                        name,
                                        open.getProperty(name)
                                                .replace("PLAINTEXT://", "CLIENTS://")));
        var module = "org.apache.kafka.common.security.plain.PlainLoginModule required";
        for (var listener : List.of("clients", "controller")) {
            closed.setProperty(
                    "listener.name." + listener + ".plain.sasl.jaas.config",
                    "%1$s username=\"root\" password=\"%2$s\" user_root=\"%2$s\";"
                            .formatted(module, PASSWORD));
        }
        closed.setProperty(
                "listener.security.protocol.map",
                "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        closed.setProperty("inter.broker.listener.name", "CLIENTS");
        closed.setProperty("sasl.enabled.mechanisms", "PLAIN");
        closed.setProperty("sasl.mechanism.inter.broker.protocol", "PLAIN");
        closed.setProperty("sasl.mechanism.controller.protocol", "PLAIN");
        closed.setProperty(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        closed.setProperty("super.users", "User:root");
        closed.setProperty(
                "atoll.control.bootstrap",
                closed.getProperty("advertised.listeners").substring("CLIENTS://".length()));
        closed.setProperty("atoll.control.user", "root");
        closed.setProperty("atoll.control.password", PASSWORD);
        return new NodeProperties(closed);
    }
}
