package io.atoll.registry.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.spec.ClusterNeed;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.PortRequest;
import io.atoll.contracts.spec.RetentionPolicy;
import io.atoll.contracts.spec.RuntimeName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecValidatorTest {

    private final SpecValidator validator = new SpecValidator();

    @ParameterizedTest
    @CsvSource({"1,1,1", "3,1,1", "3,3,2", "3,3,3", "5,5,3", "5,2,1"})
    void takesWhatCanWork(int brokers, int copies, String minIsr) {
        assertThat(errors(brokers, copies, Map.of("min.insync.replicas", minIsr), null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, 4, 6, 100})
    void refusesOtherNumbersOfBrokers(int brokers) {
        assertThat(pointers(errors(brokers, 1, Map.of(), null))).contains("/brokers");
    }

    @Test
    void refusesMoreCopiesThanBrokers() {
        assertThat(errors(1, 3, Map.of(), null))
                .containsExactly(
                        new FieldError(
                                "/kafka_config/default_replication_factor",
                                "is 3, but must be at most the number of brokers (1)"));
    }

    @Test
    void refusesAMinIsrThatNoTopicCouldReach() {
        assertThat(pointers(errors(3, 1, Map.of("min.insync.replicas", "2"), null)))
                .containsExactly("/kafka_config/custom_properties/min.insync.replicas");
    }

    @Test
    void refusesSystemTopicsWithMoreCopiesThanBrokers() {
        assertThat(
                        pointers(
                                errors(
                                        1,
                                        1,
                                        Map.of(
                                                "offsets.topic.replication.factor", "3",
                                                "transaction.state.log.min.isr", "2"),
                                        null)))
                .containsExactlyInAnyOrder(
                        "/kafka_config/custom_properties/offsets.topic.replication.factor",
                        "/kafka_config/custom_properties/transaction.state.log.min.isr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1M", "127M", "65G", "999999G"})
    void refusesHeapsOutOfBounds(String heap) {
        assertThat(
                        pointers(
                                validator.validate(
                                        spec(1, heap, 1, Map.of(), null), SpecPointers.CLUSTER)))
                .containsExactly("/kafka_config/heap_size");
    }

    @ParameterizedTest
    @CsvSource({
        "9000,9000,,",
        "9000,9001,,",
        "9000,,9002,",
        "9000,9100,9100,",
        "65534,,,",
    })
    void refusesPortsThatMeet(Integer kafka, Integer rest, Integer ui, Integer jmx) {
        assertThat(errors(3, 1, Map.of(), new PortRequest(kafka, rest, ui, jmx))).isNotEmpty();
    }

    @Test
    void takesPortsThatDoNotMeet() {
        assertThat(errors(3, 1, Map.of(), new PortRequest(65_533, 9_000, 9_001, 9_002))).isEmpty();
    }

    @Test
    void findsAllThatIsWrongAtOnce() {
        KafkaSpec spec = spec(2, "1M", 3, Map.of("listeners", "x"), new PortRequest(null, 9, 9, 9));
        assertThat(pointers(validator.validate(spec, SpecPointers.TEMPLATE)))
                .contains(
                        "/brokers",
                        "/default_kafka_config/heap_size",
                        "/default_kafka_config/custom_properties/listeners",
                        "/ports/ui_port");
    }

    @Test
    void warnsOfWhatIsAllowedButDangerous() {
        assertThat(
                        SpecValidator.warnings(
                                spec(
                                        3,
                                        "1G",
                                        3,
                                        Map.of(
                                                "min.insync.replicas", "3",
                                                "unclean.leader.election.enable", "true"),
                                        null)))
                .hasSize(2);
        assertThat(SpecValidator.warnings(spec(3, "1G", 1, Map.of(), null))).hasSize(1);
        assertThat(SpecValidator.warnings(spec(1, "1G", 1, Map.of(), null))).isEmpty();
    }

    @Test
    void needsHeapAndOverheadOfEachNode() {
        var need = NeedCalculator.need(spec(3, "2G", 1, Map.of(), null));
        assertThat(need).isEqualTo(new ClusterNeed(3 * (2_048L + 192) << 20, 768L << 20, 6));
        var atLeast = NeedCalculator.need(spec(1, "512M", 1, Map.of(), null));
        assertThat(atLeast).isEqualTo(new ClusterNeed(704L << 20, 256L << 20, 2));
        assertThat(
                        NeedCalculator.memoryMb(
                                3, spec(3, "2G", 1, Map.of(), null).kafkaConfig(), null, null))
                .isEqualTo(3 * (2_048 + 512));
    }

    private List<FieldError> errors(
            int brokers, int copies, Map<String, String> properties, PortRequest ports) {
        return validator.validate(
                spec(brokers, "1G", copies, properties, ports), SpecPointers.CLUSTER);
    }

    private static List<String> pointers(List<FieldError> errors) {
        return errors.stream().map(FieldError::pointer).toList();
    }

    private static KafkaSpec spec(
            int brokers,
            String heap,
            int copies,
            Map<String, String> properties,
            PortRequest ports) {
        KafkaConfig config =
                new KafkaConfig(
                        heap, 168, 1_073_741_824, 3, copies, 3, 8, 102_400, 102_400, properties);
        return new KafkaSpec(
                RuntimeName.PROCESS,
                true,
                0,
                0,
                brokers,
                config,
                null,
                null,
                ports,
                RetentionPolicy.DEFAULT);
    }
}
