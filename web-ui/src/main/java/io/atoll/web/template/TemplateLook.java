package io.atoll.web.template;

import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.template.TemplateView;
import io.atoll.web.form.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A template with what it comes to once its parents are looked through. */
public record TemplateLook(
        TemplateView template, int brokers, List<Row> rows, Map<String, String> custom) {

    /**
     * @param own true: said by this template, false: taken from a parent or Kafka
     */
    public record Row(String label, String kafka, String value, boolean own) {}

    static TemplateLook of(TemplateView template) {
        KafkaConfig config = config(template);
        Map<String, String> own =
                Settings.of(template.defaultKafkaConfig()).stream()
                        .collect(
                                Collectors.toMap(Settings.Setting::field, Settings.Setting::value));
        List<Row> rows =
                Settings.of(config).stream()
                        .filter(s -> !s.value().isEmpty())
                        .map(
                                s ->
                                        new Row(
                                                s.label(),
                                                s.kafka(),
                                                s.shown(),
                                                Objects.equals(own.get(s.field()), s.value())))
                        .toList();
        Map<String, String> custom = config.customProperties();
        return new TemplateLook(
                template,
                brokers(template),
                rows,
                custom == null ? Map.of() : new TreeMap<>(custom));
    }

    public String heap() {
        return value("heap_size");
    }

    public String replication() {
        return value("default_replication_factor");
    }

    public String retention() {
        return value("log_retention_hours");
    }

    private String value(String field) {
        return Settings.of(config(template)).stream()
                .filter(s -> s.field().equals(field) && !s.value().isEmpty())
                .map(Settings.Setting::value)
                .findFirst()
                .orElse("–");
    }

    private static KafkaConfig config(TemplateView template) {
        TemplateView.Defaults resolved = template.resolved();
        return resolved == null ? template.defaultKafkaConfig() : resolved.kafkaConfig();
    }

    private static int brokers(TemplateView template) {
        TemplateView.Defaults resolved = template.resolved();
        @Nullable Integer own = template.brokers();
        return resolved != null ? resolved.brokers() : own == null ? 1 : own;
    }
}
