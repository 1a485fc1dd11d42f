package io.atoll.web.create;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.template.TemplateView;
import io.atoll.web.form.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template as it can be chosen.
 *
 * @param defaults JSON of the values by field, for the form's placeholders
 */
public record TemplateChoice(
        TemplateView template, int brokers, KafkaConfig config, boolean chosen, String defaults) {

    static TemplateChoice of(TemplateView template, String chosen, ObjectMapper mapper) {
        TemplateView.Defaults resolved = template.resolved();
        Integer own = template.brokers();
        int brokers = resolved != null ? resolved.brokers() : own == null ? 1 : own;
        KafkaConfig config =
                resolved != null ? resolved.kafkaConfig() : template.defaultKafkaConfig();
        return new TemplateChoice(
                template,
                brokers,
                config,
                template.id().equals(chosen),
                json(brokers, config, mapper));
    }

    /** Retention in words. */
    public String retention() {
        Integer hours = config.logRetentionHours();
        if (hours == null) {
            return "Kafka's default";
        }
        if (hours < 0) {
            return "for ever";
        }
        return hours % 24 == 0 && hours > 24 ? hours / 24 + " days" : hours + " h";
    }

    private static String json(int brokers, KafkaConfig config, ObjectMapper mapper) {
        Map<String, String> values = new LinkedHashMap<>(Settings.values(Settings.CLUSTER, config));
        values.put("brokers", String.valueOf(brokers));
        try {
            return mapper.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value a field has where nothing is written into it. */
    public @Nullable String placeholder(String field) {
        return Settings.values(Settings.CLUSTER, config).get(field);
    }
}
