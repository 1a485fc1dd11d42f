package io.atoll.gateway.legacy;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.legacy.LegacyClusterStatus;
import io.atoll.contracts.legacy.LegacyClusterStatus.ServiceHealth;
import io.atoll.contracts.legacy.LegacyDone;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.Condition;
import io.atoll.contracts.status.ConditionType;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.contracts.status.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cluster of today as it was. Pure. */
final class ClusterTranslation {
    static final String KAFKA = "kafka";
    static final String REST_PROXY = "kafka-rest-proxy";
    static final String UI = "kafka-ui";

    static final String RUNNING = "running";
    static final String STOPPED = "stopped";
    static final String STARTING = "starting";
    static final String ERROR = "error";

    /** Names of today for what stands beside the brokers: of endpoints, with a dash of nodes. */
    private static final Map<String, String> BESIDE = Map.of(REST_PROXY, "rest_proxy", UI, "ui");

    static LegacyClusterStatus status(ClusterView cluster, Instant now, String requestId) {
        var status = word(cluster);
        var uptime = status.equals(RUNNING) ? uptime(cluster.status(), now) : null;
        return new LegacyClusterStatus(
                status,
                (int) cluster.status().nodes().stream().filter(n -> isBrokerUp(n)).count(),
                null,
                status.equals(RUNNING) ? endpoints(cluster.status().endpoints()) : Map.of(),
                uptime,
                services(cluster, status, uptime),
                now,
                requestId);
    }

    /** There are four words for what has eight today. */
    static String word(ClusterView cluster) {
        return switch (cluster.status().phase()) {
            case RUNNING, DEGRADED -> RUNNING;
            case PENDING, CREATING -> cluster.running() ? STARTING : STOPPED;
            case STOPPING, STOPPED, DELETING -> STOPPED;
            case FAILED -> ERROR;
        };
    }

    /** Whether what was asked for last is done, or never will be. */
    static boolean isSettled(ClusterView cluster) {
        var phase = cluster.status().phase();
        boolean seen = cluster.status().observedGeneration() >= cluster.generation();
        return seen
                && (cluster.running()
                        ? word(cluster).equals(RUNNING) || phase == Phase.FAILED
                        : phase == Phase.STOPPED || phase == Phase.FAILED);
    }

    static LegacyDone stopped(ClusterView cluster) {
        boolean done = cluster.status().phase() == Phase.STOPPED;
        return new LegacyDone(
                done, done ? "Cluster stopped successfully" : "Cluster is still stopping");
    }

    private static boolean isBrokerUp(NodeStatus node) {
        return node.roles().contains("broker") && node.state() == NodeStatus.State.RUNNING;
    }

    private static @Nullable Long uptime(ClusterStatus status, Instant now) {
        return status.lastStarted() == null
                ? null
                : Math.max(0, Duration.between(status.lastStarted(), now).toSeconds());
    }

    private static Map<String, String> endpoints(Map<String, String> today) {
        var endpoints = new LinkedHashMap<String, String>();
        Optional.ofNullable(today.get(KAFKA)).ifPresent(at -> endpoints.put(KAFKA, at));
        BESIDE.forEach(
                (name, now) ->
                        Optional.ofNullable(today.get(now))
                                .ifPresent(at -> endpoints.put(name, at)));
        return endpoints;
    }

    private static Map<String, ServiceHealth> services(
            ClusterView cluster, String status, @Nullable Long uptime) {
        var checked = cluster.status().updatedAt().toString();
        var services = new LinkedHashMap<String, ServiceHealth>();
        services.put(
                KAFKA,
                new ServiceHealth(
                        status, uptime, checked, status.equals(ERROR) ? why(cluster) : null));
        if (cluster.restProxyConfig() != null) {
            services.put(REST_PROXY, beside(cluster, BESIDE.get(REST_PROXY), checked));
        }
        if (cluster.uiConfig() != null) {
            services.put(UI, beside(cluster, BESIDE.get(UI), checked));
        }
        return services;
    }

    private static @Nullable String why(ClusterView cluster) {
        return cluster.status().conditions().stream()
                .filter(c -> c.type().equals(ConditionType.READY))
                .map(Condition::message)
                .findFirst()
                .orElse(null);
    }

    private static ServiceHealth beside(
            ClusterView cluster, @Nullable String endpoint, String checked) {
        var name = String.valueOf(endpoint).replace('_', '-');
        return cluster.status().nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .map(node -> new ServiceHealth(word(node), null, checked, node.lastExit()))
                .orElseGet(() -> new ServiceHealth(STOPPED, null, checked, null));
    }

    private static String word(NodeStatus node) {
        return switch (node.state()) {
            case RUNNING -> RUNNING;
            case STARTING, BACKOFF -> STARTING;
            case STOPPED -> STOPPED;
            case FAILED -> ERROR;
        };
    }

    private ClusterTranslation() {}
}
