package io.atoll.gateway.door.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumMap;
import org.junit.jupiter.api.Test;

class DocumentMergerTest {
    private static final String DOCUMENT =
            """
            {"paths": {"%s": {"get": {"x-permission": "ANYONE", "schema": {"$ref": "#/components/schemas/View"}}}},
             "components": {"schemas": {"View": {"type": "%s"}, "Same": {"type": "string"}}}}
            """;

    @Test
    void schemas_of_one_name_and_two_meanings_are_told_apart() throws Exception {
        var documents = new EnumMap<Service, JsonNode>(Service.class);
        documents.put(Service.REGISTRY, document("/a", "object"));
        documents.put(Service.OPS, document("/b", "array"));

        JsonNode merged = DocumentMerger.merge(documents);

        assertThat(merged.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactly("View", "Same", "OpsView");
        assertThat(merged.at("/paths/~1a/get/schema/$ref").asText()).endsWith("/View");
        assertThat(merged.at("/paths/~1b/get/schema/$ref").asText()).endsWith("/OpsView");
        assertThat(merged.at("/paths/~1a/get/security").isEmpty()).isTrue();
    }

    private static JsonNode document(String path, String type) throws Exception {
        return new ObjectMapper().readTree(DOCUMENT.formatted(path, type));
    }
}
