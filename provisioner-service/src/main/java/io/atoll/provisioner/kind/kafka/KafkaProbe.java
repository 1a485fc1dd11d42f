package io.atoll.provisioner.kind.kafka;

import io.atoll.provisioner.kind.Readiness;
import io.atoll.provisioner.runtime.Blueprint;
import io.atoll.provisioner.runtime.ClusterId;
import io.atoll.provisioner.runtime.NodeBlueprint;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/// Looks at clusters with one admin client each, kept from look to look. A client that did not get
/// an answer is thrown away, so an address that changed is noticed.
final class KafkaProbe {

    private record Client(String bootstrap, Admin admin) {}

    private final Map<ClusterId, Client> clients = new ConcurrentHashMap<>();

    Readiness look(Blueprint blueprint, Duration patience) {
        var client = client(blueprint);
        var readiness = new KafkaLook(client.admin(), blueprint, patience).take();
        if (!readiness.quorum()) {
            forget(blueprint.id());
        }
        return readiness;
    }

    boolean hasWholeCopies(Blueprint blueprint, Duration patience) {
        return new KafkaLook(client(blueprint).admin(), blueprint, patience).hasWholeCopies();
    }

    private static String bootstrap(Blueprint blueprint) {
        return blueprint.members().stream()
                .map(NodeBlueprint::reach)
                .collect(Collectors.joining(","));
    }

    void forget(ClusterId id) {
        var client = clients.remove(id);
        if (client != null) {
            client.admin().close(Duration.ZERO);
        }
    }

    private Client client(Blueprint blueprint) {
        var bootstrap = bootstrap(blueprint);
        var known = clients.get(blueprint.id());
        if (known != null && !known.bootstrap().equals(bootstrap)) {
            forget(blueprint.id());
        }
        return clients.computeIfAbsent(
                blueprint.id(), id -> new Client(bootstrap, Admin.create(settings(id, bootstrap))));
    }

    /// Connects anew every few milliseconds: a node that starts is seen at once.
    private static Map<String, Object> settings(ClusterId id, String bootstrap) {
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.CLIENT_ID_CONFIG, "atoll-provisioner-" + id,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 25L,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 50L,
                AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, 25L,
                AdminClientConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 50L,
                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    }
}
