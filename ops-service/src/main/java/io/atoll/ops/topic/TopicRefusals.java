package io.atoll.ops.topic;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.refusal.AtollException;
import io.atoll.kit.refusal.Conflict;
import io.atoll.kit.refusal.Invalid;
import io.atoll.ops.connection.KafkaFailures;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicDeletionDisabledException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/// How Kafka's refusals of a topic read to a person, with the field that is wrong.
final class TopicRefusals {

    /// Names of topic settings, for near names; the cluster itself decides which it knows.
    private static final Set<String> SETTINGS =
            Arrays.stream(TopicConfig.class.getFields())
                    .filter(f -> f.getName().endsWith("_CONFIG"))
                    .map(TopicRefusals::constant)
                    .collect(Collectors.toUnmodifiableSet());

    private TopicRefusals() {}

    /// @param topic its name
    /// @param settings names of the settings that were asked for
    static RuntimeException of(
            String clusterId, String topic, Set<String> settings, KafkaException refusal) {
        var said = String.valueOf(refusal.getMessage());
        return switch (refusal) {
            case TopicExistsException e ->
                    new Conflict("Topic '%s' exists already.".formatted(topic));
            case InvalidTopicException e -> invalid("/name", said);
            case InvalidPartitionsException e -> invalid("/partitions", said);
            case InvalidConfigurationException e -> settings(settings, said);
            case InvalidRequestException e -> settings(settings, said);
            case PolicyViolationException e ->
                    new Conflict("A policy of the cluster refuses this: " + said);
            case TopicDeletionDisabledException e ->
                    new Conflict("The cluster does not let topics be deleted.");
            default -> KafkaFailures.problem(clusterId, refusal);
        };
    }

    private static AtollException settings(Set<String> asked, String said) {
        var unknown =
                asked.stream()
                        .filter(name -> !SETTINGS.contains(name))
                        .sorted()
                        .map(TopicRefusals::unknown)
                        .toList();
        if (!unknown.isEmpty()) {
            return new Invalid(unknown);
        }
        var named = asked.stream().filter(said::contains).sorted().toList();
        return named.isEmpty()
                ? invalid("/config", said)
                : new Invalid(named.stream().map(n -> new FieldError(pointer(n), said)).toList());
    }

    private static FieldError unknown(String name) {
        var near = NearNames.of(name, SETTINGS);
        return new FieldError(
                pointer(name),
                near.isEmpty()
                        ? "is not a setting of topics"
                        : "is not a setting of topics; near: " + String.join(", ", near));
    }

    /// More replicas than brokers, with the numbers.
    static AtollException replicas(int brokers, @Nullable Integer wanted) {
        return invalid(
                "/replication_factor",
                wanted == null
                        ? "the default of the cluster is more than its %d broker(s)"
                                .formatted(brokers)
                        : "is %d, but the cluster has %d broker(s)".formatted(wanted, brokers));
    }

    static AtollException invalid(String pointer, String detail) {
        return new Invalid(List.of(new FieldError(pointer, detail)));
    }

    /// A JSON pointer (RFC 6901) to one setting.
    static String pointer(String setting) {
        return "/config/" + setting.replace("~", "~0").replace("/", "~1");
    }

    private static String constant(java.lang.reflect.Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
