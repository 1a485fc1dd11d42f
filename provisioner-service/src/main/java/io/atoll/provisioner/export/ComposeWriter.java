package io.atoll.provisioner.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.Map;

/** Writes a tree as YAML. All text is quoted, so that nothing in it is taken for anything else. */
final class ComposeWriter {

    private static final ObjectMapper YAML =
            new ObjectMapper(
                    YAMLFactory.builder()
                            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                            .disable(YAMLGenerator.Feature.SPLIT_LINES)
                            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                            .build());

    private ComposeWriter() {}

    /**
     * @param id of the cluster
     */
    static String text(String id, Map<String, Object> file) {
        try {
            return """
                   # The Kafka cluster %s, as Atoll runs it. Start it and wait until it answers:
                   #   docker compose -f <this file> up -d --wait
                   # Clients connect to KAFKA_HOST and the ports BROKER_1_PORT, BROKER_2_PORT, ...; set these
                   # variables, KAFKA_BIND and KAFKA_IMAGE in the environment or in a file .env for other values.
                   """
                            .formatted(id)
                    + YAML.writeValueAsString(file);
        } catch (JsonProcessingException everyTreeCanBeWritten) {
            throw new IllegalStateException(everyTreeCanBeWritten);
        }
    }
}
