package io.atoll.registry.spec;

import static java.util.Objects.requireNonNull;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.registry.setting.SettingsValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds all that is wrong with a complete spec, as far as the spec alone can tell. Pure. */
public final class SpecValidator {

    private static final Set<Integer> BROKERS = Set.of(1, 3, 5);
    private static final String MIN_ISR = "min.insync.replicas";

    /** A system topic: its replication factor, and its own min ISR where it has one. */
    private record SystemTopic(String factor, @Nullable String minIsr) {}

    private static final List<SystemTopic> SYSTEM_TOPICS =
            List.of(
                    new SystemTopic("offsets.topic.replication.factor", null),
                    new SystemTopic(
                            "transaction.state.log.replication.factor",
                            "transaction.state.log.min.isr"),
                    new SystemTopic(
                            "share.coordinator.state.topic.replication.factor",
                            "share.coordinator.state.topic.min.isr"));

    private final SettingsValidator settings = new SettingsValidator();

    public List<FieldError> validate(KafkaSpec spec, SpecPointers at) {
        List<FieldError> errors = new ArrayList<>();
        if (!BROKERS.contains(spec.brokers())) {
            errors.add(new FieldError("/brokers", "must be 1, 3 or 5"));
        }
        errors.addAll(heaps(spec, at));
        errors.addAll(retention(spec.kafkaConfig(), at));
        errors.addAll(settings.validate(properties(spec), at.kafka() + "/custom_properties"));
        if (errors.isEmpty()) {
            errors.addAll(copies(spec, at));
        } else if (BROKERS.contains(spec.brokers())) {
            errors.addAll(factor(spec, at));
        }
        errors.addAll(PortRules.validate(spec.ports(), spec.brokers()));
        return errors;
    }

    private static List<FieldError> heaps(KafkaSpec spec, SpecPointers at) {
        List<FieldError> errors = new ArrayList<>();
        heap(spec.kafkaConfig().heapSize(), at.kafka(), errors);
        if (spec.restProxyConfig() != null) {
            heap(spec.restProxyConfig().heapSize(), at.restProxy(), errors);
        }
        if (spec.uiConfig() != null) {
            heap(spec.uiConfig().heapSize(), at.ui(), errors);
        }
        return errors;
    }

    private static void heap(@Nullable String heap, String pointer, List<FieldError> errors) {
        Optional<String> problem =
                heap == null ? Optional.of("is needed") : HeapSize.problemOf(heap);
        problem.ifPresent(p -> errors.add(new FieldError(pointer + "/heap_size", p)));
    }

    private static List<FieldError> retention(KafkaConfig config, SpecPointers at) {
        return requireNonNull(config.logRetentionHours()) == 0
                ? List.of(
                        new FieldError(
                                at.kafka() + "/log_retention_hours",
                                "must be -1 (for ever) or at least 1"))
                : List.of();
    }

    private static List<FieldError> copies(KafkaSpec spec, SpecPointers at) {
        List<FieldError> errors = new ArrayList<>(factor(spec, at));
        Map<String, String> given = properties(spec);
        String pointer = at.kafka() + "/custom_properties/";
        int copies = requireNonNull(spec.kafkaConfig().defaultReplicationFactor());
        int minIsr = number(given, MIN_ISR, 1);
        if (minIsr > copies) {
            errors.add(
                    new FieldError(
                            pointer + MIN_ISR,
                            "must be at most default_replication_factor (%d), or nothing can be written with acks=all"
                                    .formatted(copies)));
        }
        SYSTEM_TOPICS.forEach(
                topic -> errors.addAll(systemTopic(topic, spec.brokers(), given, pointer)));
        return errors;
    }

    private static List<FieldError> factor(KafkaSpec spec, SpecPointers at) {
        return requireNonNull(spec.kafkaConfig().defaultReplicationFactor()) > spec.brokers()
                ? List.of(
                        new FieldError(
                                at.kafka() + "/default_replication_factor",
                                "is %d, but must be at most the number of brokers (%d)"
                                        .formatted(
                                                spec.kafkaConfig().defaultReplicationFactor(),
                                                spec.brokers())))
                : List.of();
    }

    private static List<FieldError> systemTopic(
            SystemTopic topic, int brokers, Map<String, String> given, String pointer) {
        int factor = number(given, topic.factor, Math.min(3, brokers));
        if (factor > brokers) {
            return List.of(
                    new FieldError(
                            pointer + topic.factor,
                            "must be at most the number of brokers (%d)".formatted(brokers)));
        }
        return topic.minIsr != null && number(given, topic.minIsr, 1) > factor
                ? List.of(
                        new FieldError(
                                pointer + topic.minIsr,
                                "must be at most %s (%d)".formatted(topic.factor, factor)))
                : List.of();
    }

    /** What is allowed but that a person should know before going on. */
    public static List<String> warnings(KafkaSpec spec) {
        Map<String, String> given = properties(spec);
        int copies = requireNonNull(spec.kafkaConfig().defaultReplicationFactor());
        return Stream.of(
                        when(
                                copies > 1 && number(given, MIN_ISR, 1) == copies,
                                "min.insync.replicas equals the replication factor: one broker down stops all writes with acks=all."),
                        when(
                                copies == 1 && spec.brokers() > 1,
                                "default_replication_factor is 1: each partition lives on one broker only and is lost with it."),
                        when(
                                "true"
                                        .equalsIgnoreCase(
                                                given.get("unclean.leader.election.enable")),
                                "unclean.leader.election.enable lets a replica that lags behind become leader: acknowledged records can be lost."),
                        when(
                                given.containsKey("log.retention.ms")
                                        || given.containsKey("log.retention.minutes"),
                                "log.retention.ms and log.retention.minutes override log_retention_hours."))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> when(boolean holds, String warning) {
        return holds ? List.of(warning) : List.of();
    }

    private static Map<String, String> properties(KafkaSpec spec) {
        Map<String, String> given = spec.kafkaConfig().customProperties();
        return given == null ? Map.of() : given;
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        String value = given.get(name);
        return value == null ? otherwise : Integer.parseInt(value.trim());
    }
}
