package io.atoll.registry.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.atoll.contracts.cluster.CreateClusterRequest;
import io.atoll.contracts.cluster.UpdateClusterRequest;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.contracts.template.TemplateView.Defaults;
import io.atoll.kit.outbox.StoredJson;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecFactoryTest {

    private static final StoredJson JSON =
            new StoredJson(
                    new ObjectMapper()
                            .registerModule(new JavaTimeModule())
                            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));

    private final KafkaSpec plain = create("{}");

    @Test
    void anEmptyWishIsTheTemplate() {
        assertThat(plain.kafkaConfig()).isEqualTo(SpecFactory.GROUND.kafkaConfig());
        assertThat(plain.brokers()).isEqualTo(1);
        assertThat(plain.running()).isTrue();
        assertThat(plain.restProxyConfig()).isNull();
        assertThat(plain.uiConfig()).isNull();
        assertThat(plain.retentionPolicy().logRetentionDays()).isEqualTo(30);
    }

    @Test
    void everyFieldGivenWins() {
        KafkaSpec spec =
                create(
                        """
                        {"brokers": 3, "auto_start": false,
                         "kafka_config": {"heap_size": "2G", "log_retention_hours": -1, "num_partitions": 9}}""");
        assertThat(spec.brokers()).isEqualTo(3);
        assertThat(spec.running()).isFalse();
        assertThat(spec.kafkaConfig().heapSize()).isEqualTo("2G");
        assertThat(spec.kafkaConfig().logRetentionHours()).isEqualTo(-1);
        assertThat(spec.kafkaConfig().numPartitions()).isEqualTo(9);
        assertThat(spec.kafkaConfig().numIoThreads()).isEqualTo(8);
    }

    @Test
    void customPropertiesAreMergedKeyByKey() {
        var defaults =
                new Defaults(
                        1,
                        ConfigOverlay.merging()
                                .kafka(
                                        SpecFactory.GROUND.kafkaConfig(),
                                        properties(Map.of("a", "1", "b", "1"))),
                        null,
                        null);
        KafkaSpec spec =
                SpecFactory.create(
                        defaults,
                        request(
                                "{\"kafka_config\": {\"custom_properties\": {\"b\": \"2\", \"c\": \"2\"}}}"),
                        RuntimeName.PROCESS);
        assertThat(spec.kafkaConfig().customProperties())
                .isEqualTo(Map.of("a", "1", "b", "2", "c", "2"));
    }

    @Test
    void aCompanionComesWhenItIsNamedAndGoesWhenItIsDisabled() {
        KafkaSpec with =
                create("{\"rest_proxy_config\": {}, \"ui_config\": {\"readonly_mode\": true}}");
        assertThat(with.restProxyConfig().heapSize()).isEqualTo("512M");
        assertThat(with.restProxyConfig().enabled()).isTrue();
        assertThat(with.uiConfig().readonlyMode()).isTrue();
        assertThat(with.uiConfig().topicCreationEnabled()).isTrue();
        KafkaSpec without =
                SpecFactory.update(with, change("{\"rest_proxy_config\": {\"enabled\": false}}"));
        assertThat(without.restProxyConfig()).isNull();
        assertThat(without.uiConfig()).isEqualTo(with.uiConfig());
    }

    @Test
    void anUpdateLeavesWhatItDoesNotNameAndReplacesMaps() {
        KafkaSpec before =
                create("{\"kafka_config\": {\"custom_properties\": {\"a\": \"1\", \"b\": \"1\"}}}");
        KafkaSpec after =
                SpecFactory.update(
                        before,
                        change(
                                "{\"kafka_config\": {\"heap_size\": \"3G\", \"custom_properties\": {\"b\": \"1\"}}}"));
        assertThat(after.kafkaConfig().heapSize()).isEqualTo("3G");
        assertThat(after.kafkaConfig().customProperties()).isEqualTo(Map.of("b", "1"));
        assertThat(after.brokers()).isEqualTo(before.brokers());
    }

    @Test
    void anEmptyUpdateChangesNothing() {
        assertThat(SpecFactory.update(plain, change("{}"))).isEqualTo(plain);
    }

    @Test
    void aSpecSurvivesStorage() {
        KafkaSpec spec =
                create(
                        "{\"rest_proxy_config\": {}, \"ui_config\": {}, \"ports\": {\"kafka_port\": 9100}}");
        assertThat(JSON.read(JSON.write(spec), KafkaSpec.class)).isEqualTo(spec);
    }

    private static KafkaConfig properties(Map<String, String> custom) {
        return new KafkaConfig(null, null, null, null, null, null, null, null, null, custom);
    }

    private static KafkaSpec create(String json) {
        return SpecFactory.create(SpecFactory.GROUND, request(json), RuntimeName.PROCESS);
    }

    private static CreateClusterRequest request(String json) {
        return JSON.read(json, CreateClusterRequest.class);
    }

    private static UpdateClusterRequest change(String json) {
        return JSON.read(json, UpdateClusterRequest.class);
    }
}
