package io.atoll.registry.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.cluster.ClusterPlan.Change;
import io.atoll.contracts.spec.ClusterNames;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slugs, texts and differences. */
class TextTest {

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "Orders EU,orders-eu",
        "  --A__b..c--  ,a-b-c",
        "Zahlung Süd,zahlung-sud",
        "1,1",
        "日本,''",
        "---,''"
    })
    void aSlugIsWhatIsLeftOfAName(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @Test
    void aSlugIsAnIdOrEmpty() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            String name =
                    random.ints(random.nextInt(120), 0x20, 0x250)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            assertThat(Slug.of(name)).matches("|" + ClusterNames.ID);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u202eb", "a\u200bb", "a\u0085b", "a\u2028b"})
    void hiddenCharactersAreFoundWhereverTheyAre(String text) {
        assertThat(TextRules.validate(json.valueToTree(Map.of("tags", Map.of("k", text)))))
                .singleElement()
                .extracting("pointer")
                .isEqualTo("/tags/k");
        assertThat(TextRules.validate(json.valueToTree(Map.of("tags", Map.of(text, "v")))))
                .isNotEmpty();
    }

    @Test
    void aDescriptionMayHaveLines() {
        assertThat(TextRules.validate(json.valueToTree(Map.of("description", "a\n\tb")))).isEmpty();
        assertThat(TextRules.validate(json.valueToTree(Map.of("description", "a\u0000b"))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../etc", "a/b", "a\\b", "a..b"})
    void aNameIsNoPath(String name) {
        assertThat(TextRules.validate(json.valueToTree(Map.of("name", name)))).hasSize(1);
    }

    @Test
    void aDifferenceNamesEachLeafOnce() throws Exception {
        var before =
                json.readTree(
                        "{\"name\":\"a\",\"kafka_config\":{\"heap_size\":\"1G\",\"x\":1},\"tags\":{\"k\":\"v\"}}");
        var after =
                json.readTree(
                        "{\"name\":\"b\",\"kafka_config\":{\"heap_size\":\"2G\",\"x\":1},\"tags\":{}}");
        assertThat(Difference.between(before, after, true))
                .containsExactly(
                        new Change("/kafka_config/heap_size", "1G", "2G", true),
                        new Change("/name", "a", "b", false),
                        new Change("/tags/k", "v", null, false));
        assertThat(Difference.between(before, after, false)).noneMatch(Change::restarts);
        assertThat(Difference.between(before, before, true)).isEmpty();
    }
}
