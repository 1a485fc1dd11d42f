package io.atoll.registry.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.atoll.contracts.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsValidatorTest {

    private static final List<String> VALUES =
            List.of(
                    "-2",
                    "-1",
                    "0",
                    "1",
                    "2",
                    "7",
                    "100",
                    "30000",
                    "1000000",
                    "2147483647",
                    "9223372036854775807",
                    "0.5",
                    "true",
                    "FALSE",
                    "abc",
                    "compact",
                    "compact,delete",
                    "gzip",
                    "none",
                    "LogAppendTime",
                    "DEBUG",
                    "");

    private final SettingsValidator validator = new SettingsValidator();

    @ParameterizedTest
    @CsvSource({
        "log.retention.bytes,-1",
        "compression.type,zstd",
        "auto.create.topics.enable,false",
        "log.cleanup.policy,'compact,delete'",
        "log.cleaner.min.cleanable.ratio,0.3",
        "message.max.bytes,2000000"
    })
    void takesWhatKafkaTakes(String name, String value) {
        assertThat(validate(Map.of(name, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "message.max.bytes,ten,must be a whole number",
        "message.max.bytes,-1,must be at least 0",
        "compression.type,brotli,'must be one of gzip, lz4, producer, snappy, uncompressed, zstd'",
        "auto.create.topics.enable,yes,must be true or false",
        "log.cleaner.min.cleanable.ratio,1.5,must be from 0 to 1",
        "log.cleanup.policy,'compact,burn','must be a list of compact, delete'",
        "offsets.topic.replication.factor,40000,must be from -32768 to 32767",
        "num.replica.fetchers,0,must be at least 1",
        "log.retention.ms,0,must be -1 (for ever) or at least 1",
        "metrics.recording.level,LOUD,'must be one of INFO, DEBUG, TRACE'"
    })
    void saysWhatIsWrongWithAValue(String name, String value, String detail) {
        assertThat(validate(Map.of(name, value)))
                .containsExactly(new FieldError("/kafka_config/custom_properties/" + name, detail));
    }

    @Test
    void suggestsANearNameThatMayBeGiven() {
        assertThat(validate(Map.of("log.retention.byte", "1")))
                .singleElement()
                .extracting(FieldError::detail)
                .asString()
                .contains("is not a broker setting of Kafka; did you mean log.retention.bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "listeners",
                "advertised.listeners",
                "node.id",
                "broker.id",
                "process.roles",
                "controller.quorum.voters",
                "controller.listener.names",
                "log.dir",
                "log.dirs",
                "metadata.log.dir",
                "zookeeper.connect",
                "inter.broker.listener.name",
                "listener.security.protocol.map",
                "listener.name.client.sasl.jaas.config",
                "metric.reporters",
                "kafka.metrics.reporters",
                "authorizer.class.name",
                "principal.builder.class",
                "sasl.jaas.config",
                "sasl.login.callback.handler.class",
                "sasl.kerberos.kinit.cmd",
                "ssl.engine.factory.class",
                "ssl.provider",
                "ssl.keystore.location",
                "security.providers",
                "remote.log.storage.manager.class.name",
                "remote.log.storage.manager.class.path",
                "remote.log.storage.system.enable",
                "client.quota.callback.class",
                "create.topic.policy.class.name",
                "alter.config.policy.class.name",
                "auto.include.jmx.reporter",
                "replica.selector.class",
                "group.consumer.assignors",
                "record.interceptor.classes",
                "plugin.path",
                "port",
                "host.name",
                "super.users",
                "atoll.kafka.cluster.id",
                "num.partitions",
                "log.retention.hours"
            })
    void refusesWhatAtollSetsAndWhatOpensDoors(String name) {
        assertThat(validate(Map.of(name, "1"))).hasSize(1);
    }

    @Test
    void noSettingThatNamesAClassOrAFileIsAllowed() {
        assertThat(BrokerSettings.ofKafka().names())
                .filteredOn(name -> SettingPolicy.refusalOf(name).isEmpty())
                .noneMatch(
                        name ->
                                name.matches(
                                        ".*(class|path|location|file|url|jaas|cmd|password|secret).*"));
    }

    @Test
    void findsAllThatIsWrongAtOnceAndEscapesPointers() {
        assertThat(validate(Map.of("a/b~c", "1", "listeners", "x", "message.max.bytes", "x")))
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/kafka_config/custom_properties/a~1b~0c",
                        "/kafka_config/custom_properties/listeners",
                        "/kafka_config/custom_properties/message.max.bytes");
    }

    /**
     * The invariant of this package, for every allowed setting with every value of a hostile pool.
     */
    @Test
    void whatPassesAloneLetsABrokerStart() {
        List<String> allowed = allowed();
        for (String name : allowed) {
            for (String value : VALUES) {
                assertKafkaAgrees(Map.of(name, value));
            }
        }
    }

    @Test
    void whatPassesTogetherLetsABrokerStart() {
        Random random = new Random(4711);
        List<String> allowed = allowed();
        for (int round = 0; round < 3_000; round++) {
            Map<String, String> given = new HashMap<>();
            for (int n = 0; n < 4; n++) {
                String name = allowed.get(random.nextInt(allowed.size()));
                given.put(name, VALUES.get(random.nextInt(VALUES.size())));
            }
            assertKafkaAgrees(given);
        }
    }

    private void assertKafkaAgrees(Map<String, String> given) {
        if (validate(given).isEmpty()) {
            assertThatCode(() -> new KafkaConfig(broker(given), false))
                    .as("%s", given)
                    .doesNotThrowAnyException();
        }
    }

    private static Map<String, String> broker(Map<String, String> given) {
        Map<String, String> properties = new HashMap<>(given);
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:9093");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("listeners", "CLIENT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093");
        properties.put("advertised.listeners", "CLIENT://127.0.0.1:9092");
        properties.put("inter.broker.listener.name", "CLIENT");
        properties.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("log.dirs", "/tmp/none");
        return properties;
    }

    private static List<String> allowed() {
        List<String> allowed = new ArrayList<>(BrokerSettings.ofKafka().names());
        allowed.removeIf(name -> SettingPolicy.refusalOf(name).isPresent());
        return allowed;
    }

    private List<FieldError> validate(Map<String, String> given) {
        return validator.validate(given, "/kafka_config/custom_properties");
    }
}
