package io.atoll.provisioner.kind.kafka;

import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.PortRequest;
import io.atoll.provisioner.kind.PortWish;
import io.atoll.provisioner.kind.PortWish.Audience;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.Place;
import io.atoll.provisioner.runtime.Place.Containers;
import io.atoll.provisioner.runtime.Place.Machine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ports of the machine that a Kafka cluster takes: one for clients a broker, one for JMX a broker
/// where that was asked for; on the machine one for the quorum a controller, with containers
/// one for each companion.
final class KafkaPorts {

    private KafkaPorts() {}

    static String client(int node) {
        return KafkaNodes.name(node) + ".client";
    }

    static String controller(int node) {
        return KafkaNodes.name(node) + ".controller";
    }

    static String jmx(int node) {
        return KafkaNodes.name(node) + ".jmx";
    }

    static String http(String companion) {
        return companion + ".http";
    }

    static List<PortWish> of(ClusterDesired desired, Place place) {
        var spec = KafkaNodes.spec(desired);
        var asked = spec.ports();
        var wishes = new ArrayList<PortWish>();
        for (var node = 1; node <= spec.brokers(); node++) {
            wishes.add(wish(client(node), asked == null ? null : asked.kafkaPort(), node));
            if (place instanceof Machine && KafkaNodes.isController(spec, node)) {
                wishes.add(new PortWish(controller(node), null, Audience.NODES));
            }
            if (wantsJmx(spec)) {
                wishes.add(wish(jmx(node), asked == null ? null : asked.jmxPort(), node));
            }
        }
        if (place instanceof Containers) {
            wishes.addAll(companions(spec, asked));
        }
        return wishes;
    }

    private static List<PortWish> companions(KafkaSpec spec, @Nullable PortRequest asked) {
        var wishes = new ArrayList<PortWish>();
        if (KafkaCompanions.isWanted(spec.restProxyConfig())) {
            var port = asked == null ? null : asked.restProxyPort();
            wishes.add(new PortWish(http(NodeBlueprint.REST_PROXY), port, Audience.CLIENTS));
        }
        if (KafkaCompanions.isWanted(spec.uiConfig())) {
            var port = asked == null ? null : asked.uiPort();
            wishes.add(new PortWish(http(NodeBlueprint.UI), port, Audience.CLIENTS));
        }
        return wishes;
    }

    static boolean wantsJmx(KafkaSpec spec) {
        PortRequest asked = spec.ports();
        return asked != null && asked.jmxPort() != null;
    }

    /// The first node has the port that was asked for, the next ones those after it.
    private static PortWish wish(String use, @Nullable Integer first, int node) {
        return new PortWish(use, first == null ? null : first + node - 1, Audience.CLIENTS);
    }
}
