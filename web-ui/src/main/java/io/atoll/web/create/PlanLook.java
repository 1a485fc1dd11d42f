package io.atoll.web.create;

import io.atoll.contracts.cluster.ClusterPlan;
import io.atoll.contracts.spec.ClusterNeed;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.web.form.Settings;
import io.atoll.web.shell.Figures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster would be, for the panel beside the form.
 *
 * @param memory what all nodes take at most, heap and overhead
 * @param disk what it needs at least
 * @param runtime where its nodes run
 * @param rows effective settings
 */
public record PlanLook(
        String clusterId,
        int brokers,
        String memory,
        String disk,
        String runtime,
        List<Row> rows,
        Map<String, String> custom,
        List<String> warnings) {

    /**
     * @param template the template's own value where this one differs; absent where it does not
     */
    public record Row(String label, String kafka, String value, @Nullable String template) {}

    static @Nullable PlanLook of(ClusterPlan plan, @Nullable TemplateChoice choice) {
        return switch (plan.spec()) {
            case KafkaSpec spec -> of(plan, spec, choice);
            case ExternalKafkaSpec _ -> null;
            case null -> null;
        };
    }

    private static PlanLook of(ClusterPlan plan, KafkaSpec spec, @Nullable TemplateChoice choice) {
        KafkaConfig config = spec.kafkaConfig();
        Map<String, String> defaults = defaults(choice);
        List<Row> rows =
                Settings.of(config).stream()
                        .filter(s -> !s.value().isEmpty())
                        .map(s -> row(s, defaults.get(s.field())))
                        .toList();
        ClusterNeed need = plan.need();
        Map<String, String> custom = config.customProperties();
        return new PlanLook(
                plan.clusterId(),
                spec.brokers(),
                need == null ? "–" : Figures.bytes(need.memoryBytes()),
                need == null ? "–" : Figures.bytes(need.diskBytes()),
                spec.runtime().wire(),
                rows,
                custom == null ? Map.of() : new TreeMap<>(custom),
                plan.warnings());
    }

    private static Map<String, String> defaults(@Nullable TemplateChoice choice) {
        if (choice == null) {
            return Map.of();
        }
        return Settings.of(choice.config()).stream()
                .filter(s -> !s.value().isEmpty())
                .collect(Collectors.toMap(Settings.Setting::field, Settings.Setting::shown));
    }

    private static Row row(Settings.Setting setting, @Nullable String template) {
        boolean same = template == null || template.equals(setting.shown());
        return new Row(setting.label(), setting.kafka(), setting.shown(), same ? null : template);
    }
}
