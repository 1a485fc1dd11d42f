package io.atoll.provisioner.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What exported files name as images; the same as the Docker runtime uses, unless told otherwise.
 */
@ConfigMapping(prefix = "atoll.export")
public interface ExportConfig {

    /** Image of a broker, by name and tag. */
    @WithDefault("${atoll.docker.images.kafka:apache/kafka:4.1.1}")
    String kafkaImage();

    /** Image of a REST proxy, by name and tag. */
    @WithDefault("${atoll.docker.images.rest-proxy:confluentinc/cp-kafka-rest:8.1.0}")
    String restProxyImage();

    /** Image of a Kafka UI, by name and tag. */
    @WithDefault("${atoll.docker.images.ui:ghcr.io/kafbat/kafka-ui:v1.5.0}")
    String uiImage();
}
