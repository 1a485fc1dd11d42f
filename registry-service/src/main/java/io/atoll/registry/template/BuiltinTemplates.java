package io.atoll.registry.template;

import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.RestProxyConfig;
import io.atoll.contracts.spec.UiConfig;
import io.atoll.registry.template.TemplateBody.Needs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The templates that Atoll ships. REST proxy and UI are laid out but off, because not every runtime
 * can run them: {@code rest_proxy_config: {}} in a request turns one on with the template's values.
 */
final class BuiltinTemplates {

    static final Map<String, TemplateBody> ALL = all();

    private static final int GIB = 1_073_741_824;
    private static final int KIB_100 = 102_400;
    private static final int MIB = 1_048_576;

    private BuiltinTemplates() {}

    private static Map<String, TemplateBody> all() {
        Map<String, TemplateBody> all = new LinkedHashMap<>();
        all.put("development", development());
        all.put("testing", testing());
        all.put("production", production());
        all.put("high-throughput", highThroughput());
        return Map.copyOf(all);
    }

    private static TemplateBody development() {
        return new TemplateBody(
                "Development",
                "One small broker that starts at once and keeps a day of records. Nothing is kept twice.",
                "development",
                null,
                1,
                new KafkaConfig(
                        "512M",
                        24,
                        GIB,
                        1,
                        1,
                        2,
                        4,
                        KIB_100,
                        KIB_100,
                        Map.of("group.initial.rebalance.delay.ms", "0")),
                restProxy("256M", 30_000),
                ui("256M", true),
                new Needs(768, 2, 1_024, 5),
                List.of("development", "single-broker"));
    }

    private static TemplateBody testing() {
        return new TemplateBody(
                "Testing",
                "One broker with three partitions for each topic and three days of records, for test suites and shared test environments.",
                "testing",
                null,
                1,
                new KafkaConfig(
                        "1G",
                        72,
                        GIB,
                        3,
                        1,
                        3,
                        6,
                        KIB_100,
                        KIB_100,
                        Map.of("group.initial.rebalance.delay.ms", "0")),
                restProxy("512M", 30_000),
                ui("512M", true),
                new Needs(1_536, 5, 2_048, 10),
                List.of("testing", "single-broker"));
    }

    private static TemplateBody production() {
        return new TemplateBody(
                "Production",
                "Three brokers, every record on all three and acknowledged by two, kept for a week. Survives the loss of one broker.",
                "production",
                null,
                3,
                new KafkaConfig(
                        "2G",
                        168,
                        GIB,
                        6,
                        3,
                        8,
                        16,
                        MIB,
                        MIB,
                        Map.of(
                                "min.insync.replicas", "2",
                                "auto.create.topics.enable", "false",
                                "unclean.leader.election.enable", "false")),
                restProxy("1G", 60_000),
                ui("1G", false),
                new Needs(8_704, 50, 16_384, 100),
                List.of("production", "replicated"));
    }

    private static TemplateBody highThroughput() {
        return new TemplateBody(
                "High throughput",
                "Three large brokers with many partitions, threads and big buffers, two copies of each record, kept for two days.",
                "production",
                null,
                3,
                new KafkaConfig(
                        "4G",
                        48,
                        GIB,
                        12,
                        2,
                        16,
                        32,
                        2 * MIB,
                        2 * MIB,
                        Map.of(
                                "num.replica.fetchers", "4",
                                "num.recovery.threads.per.data.dir", "4",
                                "queued.max.requests", "1000",
                                "message.max.bytes", "10485760",
                                "replica.fetch.max.bytes", "10485760",
                                "replica.socket.receive.buffer.bytes", "2097152")),
                restProxy("2G", 10_000),
                ui("1G", true),
                new Needs(17_408, 100, 32_768, 500),
                List.of("production", "throughput"));
    }

    private static RestProxyConfig restProxy(String heap, int timeoutMs) {
        return new RestProxyConfig(false, heap, timeoutMs, timeoutMs, Map.of());
    }

    private static UiConfig ui(String heap, boolean topicChanges) {
        return new UiConfig(false, heap, Map.of(), false, topicChanges, topicChanges);
    }
}
