package io.atoll.web.cluster;

import io.atoll.contracts.cluster.ClusterPlan;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.web.form.FormState;
import io.atoll.web.form.Settings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The configuration tab.
 *
 * @param plan what saving would do, absent while nothing was asked
 * @param clashes what others changed since the form was opened
 */
public record ConfigView(
        List<Settings.Setting> settings,
        Map<String, String> custom,
        FormState form,
        @Nullable ClusterPlan plan,
        List<Clash> clashes) {

    /** A field that somebody else changed: as it was when the form was opened, now, and here. */
    public record Clash(String field, String before, String now, String yours) {}

    static final Set<String> FIELDS = fields();

    static ConfigView of(ClusterView cluster, FormState form) {
        Map<String, String> custom = config(cluster).customProperties();
        return new ConfigView(
                Settings.of(config(cluster)),
                custom == null ? Map.of() : new TreeMap<>(custom),
                form,
                null,
                List.of());
    }

    /** What the form was opened with, by field. */
    public Map<String, String> opened() {
        Map<String, String> opened = new TreeMap<>();
        FIELDS.forEach(f -> opened.put(f, form.value("_was." + f)));
        return opened;
    }

    ConfigView planned(ClusterPlan answer) {
        return new ConfigView(settings, custom, form, answer, clashes);
    }

    ConfigView clashing(List<Clash> found) {
        return new ConfigView(settings, custom, form, plan, found);
    }

    /** The form's fields as the cluster is now. */
    static Map<String, String> values(ClusterView cluster) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", cluster.name());
        values.put("environment", cluster.environment());
        values.put("description", cluster.description() == null ? "" : cluster.description());
        values.put("brokers", String.valueOf(cluster.brokers()));
        values.put("tags", Settings.lines(cluster.tags()));
        values.putAll(Settings.values(Settings.CLUSTER, config(cluster)));
        Map<String, String> opened = new LinkedHashMap<>();
        values.forEach((field, value) -> opened.put("_was." + field, value));
        values.putAll(opened);
        values.put("_generation", String.valueOf(cluster.generation()));
        return values;
    }

    private static KafkaConfig config(ClusterView cluster) {
        return Objects.requireNonNullElse(cluster.kafkaConfig(), KafkaConfig.empty());
    }

    private static Set<String> fields() {
        HashSet<String> all = new HashSet<>(Settings.fields(Settings.CLUSTER));
        all.addAll(List.of("name", "environment", "description", "brokers", "tags"));
        return Set.copyOf(all);
    }
}
