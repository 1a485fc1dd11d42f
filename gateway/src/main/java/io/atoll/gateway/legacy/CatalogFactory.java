package io.atoll.gateway.legacy;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.legacy.LegacyCatalog;
import io.atoll.contracts.legacy.LegacyCatalog.Api;
import io.atoll.contracts.legacy.LegacyClusterStatus;
import io.atoll.contracts.topic.TopicView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the catalog: the default cluster at a glance, and what can be asked of it. Pure. */
final class CatalogFactory {
    private static final String UNKNOWN = "unknown";

    private static final List<Api> APIS =
            List.of(
                    api("GET", "/catalog", "The cluster, its topics and these routes"),
                    api("POST", "/cluster/start", "Start the cluster", "force", "timeout"),
                    api("POST", "/cluster/stop", "Stop it", "force", "cleanup", "timeout"),
                    api("GET", "/cluster/status", "What is observed of the cluster"),
                    api("GET", "/topics", "All topics", "include_internal"),
                    api(
                            "POST",
                            "/topics",
                            "Create a topic",
                            "name",
                            "partitions",
                            "replication_factor",
                            "config"),
                    api("DELETE", "/topics/{topic_name}", "Delete a topic", "topic_name"),
                    api("GET", "/topics/{topic_name}/metadata", "One topic", "topic_name"),
                    api(
                            "POST",
                            "/produce",
                            "Write a record",
                            "topic",
                            "key",
                            "value",
                            "partition",
                            "headers"),
                    api(
                            "GET",
                            "/consume",
                            "Read records",
                            "topic",
                            "consumer_group",
                            "max_messages",
                            "timeout_ms",
                            "from_beginning",
                            "partition"),
                    api("GET", "/consumer-groups", "All consumer groups"),
                    api("GET", "/health", "Health of Atoll and of the cluster"));

    static LegacyCatalog catalog(
            ClusterView cluster, List<TopicView> topics, Instant now, String requestId) {
        var status = ClusterTranslation.status(cluster, now, requestId);
        return new LegacyCatalog(
                status,
                topics.stream()
                        .map(topic -> TopicTranslation.topic(topic, now, requestId))
                        .toList(),
                APIS,
                services(status),
                Map.of("timestamp", now.toString(), "cache_ttl", 0, "api_version", "1.0.0"),
                now,
                requestId);
    }

    private static Map<String, LegacyCatalog.Service> services(LegacyClusterStatus status) {
        var services = new LinkedHashMap<String, LegacyCatalog.Service>();
        put(services, status, ClusterTranslation.KAFKA, "Apache Kafka", "");
        put(services, status, ClusterTranslation.REST_PROXY, "Kafka REST Proxy", "/v3");
        put(services, status, ClusterTranslation.UI, "Kafka UI", "/actuator/health");
        services.put(
                "local-kafka-manager",
                new LegacyCatalog.Service(
                        "Atoll", ClusterTranslation.RUNNING, "/", UNKNOWN, "/health"));
        return services;
    }

    private static void put(
            Map<String, LegacyCatalog.Service> services,
            LegacyClusterStatus status,
            String id,
            String name,
            String health) {
        var found = status.services().get(id);
        var url = status.endpoints().getOrDefault(id, "");
        services.put(
                id,
                new LegacyCatalog.Service(
                        name,
                        found == null ? ClusterTranslation.STOPPED : found.status(),
                        url,
                        UNKNOWN,
                        url.isEmpty() || health.isEmpty() ? "" : url + health));
    }

    private static Api api(String method, String path, String does, String... parameters) {
        var named = new LinkedHashMap<String, Object>();
        for (String parameter : parameters) {
            named.put(parameter, Map.of("name", parameter));
        }
        return new Api(path, method, does, named);
    }

    private CatalogFactory() {}
}
