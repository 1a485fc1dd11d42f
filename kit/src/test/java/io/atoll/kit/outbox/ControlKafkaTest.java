package io.atoll.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;

class ControlKafkaTest {

    private static final Map<String, Object> ADDRESS = Map.of("bootstrap.servers", "kafka:9092");

    @Test
    void withoutAUserItAsksAsNobody() {
        assertThat(settings(new Given(null, "PLAIN", null, null, null)))
                .containsEntry("bootstrap.servers", "kafka:9092")
                .containsEntry("security.protocol", "PLAINTEXT")
                .doesNotContainKey("sasl.jaas.config");
    }

    @Test
    void withAUserItSignsInWithWhateverPassword() {
        var password = "a\"b\\ c;'=ü$ required evil=\"x\";";

        var settings = settings(new Given(null, "PLAIN", "ops", password, null));

        assertThat(settings)
                .containsEntry("security.protocol", "SASL_PLAINTEXT")
                .containsEntry("sasl.mechanism", "PLAIN");
        var line = new Password((String) settings.get("sasl.jaas.config"));
        var entries =
                JaasContext.loadClientContext(Map.of("sasl.jaas.config", line))
                        .configurationEntries();
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().getOptions())
                .isEqualTo(Map.of("username", "ops", "password", password));
    }

    @Test
    void tlsTakesTheAuthoritiesThatAreGiven() {
        assertThat(settings(new Given("SASL_SSL", "SCRAM-SHA-512", "ops", "x", Path.of("/ca.pem"))))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.location", "/ca.pem");
    }

    @Test
    void whatDoesNotGoTogetherIsSaidByName() {
        refused(new Given("SASL_SSL", "PLAIN", null, "x", null), "ATOLL_KAFKA_USER");
        refused(new Given(null, "PLAIN", "ops", null, null), "ATOLL_KAFKA_PASSWORD");
        refused(new Given(null, "PLAIN", "ops", "a\nb", null), "ATOLL_KAFKA_PASSWORD");
        refused(new Given("TELNET", "PLAIN", "ops", "x", null), "TELNET");
        refused(new Given(null, "GSSAPI", "ops", "x", null), "GSSAPI");
    }

    private static void refused(Given given, String name) {
        assertThatThrownBy(() -> settings(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    private static Map<String, Object> settings(Given given) {
        return new ControlKafka(ADDRESS, given).settings();
    }

    private record Given(String asked, String mechanism, String name, String secret, Path file)
            implements ControlKafkaConfig {

        @Override
        public Optional<String> protocol() {
            return Optional.ofNullable(asked);
        }

        @Override
        public Optional<String> user() {
            return Optional.ofNullable(name);
        }

        @Override
        public Optional<String> password() {
            return Optional.ofNullable(secret);
        }

        @Override
        public Optional<Path> ca() {
            return Optional.ofNullable(file);
        }
    }
}
