package io.atoll.web.gateway;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Rights;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.cluster.ClusterPlan;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.event.AtollEvent;
import io.atoll.contracts.event.Severity;
import io.atoll.contracts.problem.Problem;
import io.atoll.contracts.runtime.CapacityView;
import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.contracts.runtime.UsageSum;
import io.atoll.contracts.runtime.UsageView;
import io.atoll.contracts.signin.MeView;
import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.spec.ClusterNeed;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.Origin;
import io.atoll.contracts.spec.RetentionPolicy;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.status.Condition;
import io.atoll.contracts.status.NodeStatus;
import io.atoll.contracts.status.Phase;
import io.atoll.contracts.template.TemplateView;
import io.atoll.contracts.topic.ConsumeView;
import io.atoll.contracts.topic.Encoding;
import io.atoll.contracts.topic.RecordView;
import io.atoll.contracts.topic.TopicView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers of the API as the contracts shape them. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final KafkaConfig CONFIG =
            new KafkaConfig(
                    "512M", 168, 1_073_741_824, 3, 1, 3, 8, 102_400, 102_400, Map.of("a.b", "<c>"));

    public static MeView me(Role role) {
        return new MeView(
                "ada", "user", List.of(Grant.everywhere(role)), role.permissions(), false);
    }

    /** What a role may do to a cluster itself. */
    public static Set<Permission> privileges(Role role) {
        return new Rights(List.of(Grant.everywhere(role)))
                .onCluster(new ClusterScope("orders", "prod", Map.of()));
    }

    /** As an admin is answered. */
    public static ClusterView cluster(String id, String name, Phase phase) {
        return cluster(id, name, phase, privileges(Role.ADMIN));
    }

    public static ClusterView cluster(
            String id, String name, Phase phase, Set<Permission> privileges) {
        NodeStatus node =
                new NodeStatus(
                        "broker-1",
                        1,
                        List.of("broker", "controller"),
                        phase == Phase.RUNNING
                                ? NodeStatus.State.RUNNING
                                : NodeStatus.State.STOPPED,
                        "127.0.0.1:9000",
                        phase == Phase.RUNNING ? 4711L : null,
                        NOW,
                        2,
                        "exit code 137");
        ClusterStatus status =
                new ClusterStatus(
                        phase,
                        3,
                        List.of(
                                new Condition(
                                        "Ready",
                                        phase == Phase.RUNNING
                                                ? Condition.Status.TRUE
                                                : Condition.Status.FALSE,
                                        "Any",
                                        "What is to be said.",
                                        3,
                                        NOW)),
                        Map.of("kafka", "127.0.0.1:9000"),
                        List.of(node),
                        null,
                        "/data/" + id,
                        null,
                        NOW,
                        null,
                        NOW);
        return new ClusterView(
                id,
                name,
                "About it",
                ClusterKind.KAFKA,
                Origin.MANAGED,
                "prod",
                RuntimeName.PROCESS,
                "development",
                1,
                3,
                phase == Phase.RUNNING,
                false,
                1,
                CONFIG,
                null,
                null,
                null,
                RetentionPolicy.DEFAULT,
                Map.of("team", "a<b"),
                List.of(),
                new ClusterNeed(704L << 20, 1L << 30, 2),
                NOW,
                NOW,
                "ada",
                false,
                null,
                null,
                null,
                status,
                privileges);
    }

    public static UsageView usage(String id) {
        return new UsageView(
                id,
                0.25,
                400L << 20,
                30L << 20,
                704L << 20,
                1L << 30,
                NOW,
                List.of(new UsageView.Node("broker-1", 0.25, 400L << 20, 30L << 20)));
    }

    public static RuntimeView away() {
        return new RuntimeView(
                RuntimeName.DOCKER,
                false,
                "No <b>daemon</b> answers.",
                null,
                List.of(),
                List.of(),
                0,
                0,
                0,
                0,
                false);
    }

    public static CapacityView capacity() {
        return new CapacityView(
                List.of(
                        new CapacityView.Limit(
                                "machine", null, "memory_bytes", 14L << 30, 16L << 30),
                        new CapacityView.Limit("environment", "prod", "clusters", 2, 5)),
                List.of("87 % are taken of the memory of this machine: 14.0 GB of 16.0 GB."));
    }

    public static UsageSum sum(String name) {
        return new UsageSum(name, 2, 1, 704L << 20, 2L << 30, 0.25, 400L << 20, 30L << 20);
    }

    public static RuntimeView runtime() {
        return new RuntimeView(
                RuntimeName.PROCESS,
                true,
                null,
                "25",
                List.of(ClusterKind.KAFKA),
                List.of(),
                8,
                16L << 30,
                8L << 30,
                100L << 30,
                true);
    }

    public static TemplateView template(String id, boolean builtin) {
        return new TemplateView(
                id,
                "Template " + id,
                "For <b>tests</b>",
                "custom",
                null,
                4,
                1,
                CONFIG,
                null,
                null,
                new TemplateView.Resources(512, 1, 1024, 5),
                List.of("small"),
                builtin,
                NOW,
                "ada",
                new TemplateView.Defaults(1, CONFIG, null, null));
    }

    public static ClusterPlan plan(String id) {
        KafkaSpec spec =
                new KafkaSpec(
                        RuntimeName.PROCESS,
                        true,
                        0,
                        0,
                        1,
                        CONFIG,
                        null,
                        null,
                        null,
                        RetentionPolicy.DEFAULT);
        return new ClusterPlan(
                "create",
                id,
                List.of(new ClusterPlan.Change("/kafka_config/heap_size", "512M", "1G", true)),
                List.of("Memory is scarce."),
                new ClusterNeed(704L << 20, 1L << 30, 2),
                spec);
    }

    public static TopicView topic(String name) {
        return new TopicView(
                name,
                1,
                1,
                false,
                0,
                1234L,
                List.of(new TopicView.Partition(0, 1, List.of(1), List.of(1), 0, 1234)),
                Map.of("cleanup.policy", "compact"),
                Role.ADMIN.permissions());
    }

    public static ConsumeView records() {
        RecordView json =
                new RecordView(
                        "orders",
                        0,
                        42,
                        NOW,
                        "<script>alert(1)</script>",
                        Encoding.TEXT,
                        Map.of("markup", "</code><script>alert(2)</script>"),
                        Encoding.JSON,
                        List.of(new RecordView.Header("h", "<i>", Encoding.TEXT)),
                        77,
                        false);
        return new ConsumeView(List.of(json), "end_reached", Map.of(0, 43L), 1, 77, 5, List.of());
    }

    public static AtollEvent event(String id, Severity severity, String message) {
        return new AtollEvent(
                id,
                "cluster.created",
                severity,
                "orders",
                "prod",
                Map.of(),
                message,
                NOW,
                "ada",
                Map.of());
    }

    public static Problem problem(int status, String detail, List<Problem.FieldError> errors) {
        return new Problem(
                "/problems/some",
                "Title of " + status,
                status,
                detail,
                null,
                "4bf92f35",
                errors,
                Map.of("near", List.of("orders-prod")));
    }

    private Samples() {}
}
