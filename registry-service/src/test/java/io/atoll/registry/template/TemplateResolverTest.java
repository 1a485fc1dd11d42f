package io.atoll.registry.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.registry.spec.SpecFactory;
import io.atoll.registry.template.TemplateBody.Needs;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateResolverTest {

    @ParameterizedTest
    @ValueSource(strings = {"development", "testing", "production", "high-throughput"})
    void everyShippedTemplateIsValid(String id) {
        assertThat(TemplateChecks.validate(catalogue(BuiltinTemplates.ALL), id)).isEmpty();
        assertThat(new TemplateResolver(BuiltinTemplates.ALL).resources(id).minMemoryMb())
                .isPositive();
    }

    @Test
    void aChildSeesItsParentsValuesWhereItIsSilent() {
        var all = new HashMap<>(BuiltinTemplates.ALL);
        all.put("mine", body("production", null, "4G", Map.of("min.insync.replicas", "1")));
        var resolved = new TemplateResolver(all).resolve("mine");
        assertThat(resolved.brokers()).isEqualTo(3);
        assertThat(resolved.kafkaConfig().heapSize()).isEqualTo("4G");
        assertThat(resolved.kafkaConfig().defaultReplicationFactor()).isEqualTo(3);
        assertThat(resolved.kafkaConfig().customProperties())
                .containsEntry("min.insync.replicas", "1")
                .containsEntry("auto.create.topics.enable", "false");
    }

    @Test
    void aTemplateOfNothingIsTheGround() {
        var resolver = new TemplateResolver(Map.of("bare", body(null, null, null, Map.of())));
        assertThat(resolver.resolve("bare")).isEqualTo(SpecFactory.GROUND);
    }

    @Test
    void circlesAreFoundAndEndless() {
        var all =
                Map.of(
                        "a", body("b", null, null, Map.of()),
                        "b", body("c", null, null, Map.of()),
                        "c", body("a", null, null, Map.of()),
                        "d", body("a", null, null, Map.of()));
        var resolver = new TemplateResolver(all);
        assertThat(resolver.circle("a")).contains("a → b → c → a");
        assertThat(resolver.circle("d")).isPresent();
        assertThat(resolver.resolve("a").brokers()).isEqualTo(1);
        assertThat(TemplateChecks.validate(catalogue(all), "a"))
                .extracting("pointer")
                .containsExactly("/parent_id");
    }

    @Test
    void anUnknownParentIsNamedWithNearOnes() {
        var all = new HashMap<>(BuiltinTemplates.ALL);
        all.put("mine", body("prodction", null, null, Map.of()));
        assertThat(TemplateChecks.validate(catalogue(all), "mine"))
                .singleElement()
                .extracting("detail")
                .asString()
                .contains("production");
    }

    @Test
    void aParentThatSpoilsItsChildIsFound() {
        var all =
                Map.of(
                        "parent",
                        body(null, 1, null, Map.of()),
                        "child",
                        new TemplateBody(
                                "child",
                                null,
                                "custom",
                                "parent",
                                null,
                                new KafkaConfig(
                                        null, null, null, null, 3, null, null, null, null, null),
                                null,
                                null,
                                new Needs(null, null, null, null),
                                List.of()));
        assertThat(TemplateChecks.validate(catalogue(all), "parent")).isEmpty();
        assertThat(TemplateChecks.spoiled(catalogue(all), "parent")).containsExactly("child");
    }

    private static TemplateBody body(
            String parent, Integer brokers, String heap, Map<String, String> properties) {
        return new TemplateBody(
                "x",
                null,
                "custom",
                parent,
                brokers,
                new KafkaConfig(heap, null, null, null, null, null, null, null, null, properties),
                null,
                null,
                new Needs(null, null, null, null),
                List.of());
    }

    private static TemplateCatalogue catalogue(Map<String, TemplateBody> all) {
        return new TemplateCatalogue(
                all.entrySet().stream()
                        .map(
                                e ->
                                        new Template(
                                                e.getKey(),
                                                1,
                                                false,
                                                e.getValue(),
                                                Instant.EPOCH,
                                                null))
                        .toList());
    }
}
