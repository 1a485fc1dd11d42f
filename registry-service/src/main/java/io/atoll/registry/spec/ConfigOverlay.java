package io.atoll.registry.spec;

import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.PortRequest;
import io.atoll.contracts.spec.RestProxyConfig;
import io.atoll.contracts.spec.RetentionPolicy;
import io.atoll.contracts.spec.UiConfig;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lays one configuration over another, field by field; what the upper one leaves open is seen from
 * the lower one.
 */
public final class ConfigOverlay {

    private final BinaryOperator<Map<String, String>> maps;

    private ConfigOverlay(BinaryOperator<Map<String, String>> maps) {
        this.maps = maps;
    }

    /** Maps are merged key by key: a template under a request. */
    public static ConfigOverlay merging() {
        return new ConfigOverlay(
                (under, over) -> {
                    Map<String, String> both = new TreeMap<>(under);
                    both.putAll(over);
                    return both;
                });
    }

    /** A map that is given takes the place of the old one, so that keys can be taken away. */
    public static ConfigOverlay replacing() {
        return new ConfigOverlay((under, over) -> over);
    }

    public KafkaConfig kafka(KafkaConfig under, @Nullable KafkaConfig over) {
        if (over == null) {
            return under;
        }
        return new KafkaConfig(
                top(under.heapSize(), over.heapSize()),
                top(under.logRetentionHours(), over.logRetentionHours()),
                top(under.logSegmentBytes(), over.logSegmentBytes()),
                top(under.numPartitions(), over.numPartitions()),
                top(under.defaultReplicationFactor(), over.defaultReplicationFactor()),
                top(under.numNetworkThreads(), over.numNetworkThreads()),
                top(under.numIoThreads(), over.numIoThreads()),
                top(under.socketSendBufferBytes(), over.socketSendBufferBytes()),
                top(under.socketReceiveBufferBytes(), over.socketReceiveBufferBytes()),
                map(under.customProperties(), over.customProperties()));
    }

    /** Given at all means asked for, unless it says {@code enabled: false} itself. */
    public @Nullable RestProxyConfig restProxy(
            @Nullable RestProxyConfig under, @Nullable RestProxyConfig over) {
        if (under == null || over == null) {
            return over == null ? under : over;
        }
        return new RestProxyConfig(
                over.enabled() == null ? Boolean.TRUE : over.enabled(),
                top(under.heapSize(), over.heapSize()),
                top(under.consumerRequestTimeoutMs(), over.consumerRequestTimeoutMs()),
                top(under.producerRequestTimeoutMs(), over.producerRequestTimeoutMs()),
                map(under.customProperties(), over.customProperties()));
    }

    /** Given at all means asked for, unless it says {@code enabled: false} itself. */
    public @Nullable UiConfig ui(@Nullable UiConfig under, @Nullable UiConfig over) {
        if (under == null || over == null) {
            return over == null ? under : over;
        }
        return new UiConfig(
                over.enabled() == null ? Boolean.TRUE : over.enabled(),
                top(under.heapSize(), over.heapSize()),
                map(under.clustersConfig(), over.clustersConfig()),
                top(under.readonlyMode(), over.readonlyMode()),
                top(under.topicCreationEnabled(), over.topicCreationEnabled()),
                top(under.topicDeletionEnabled(), over.topicDeletionEnabled()));
    }

    public @Nullable PortRequest ports(@Nullable PortRequest under, @Nullable PortRequest over) {
        if (under == null || over == null) {
            return over == null ? under : over;
        }
        return new PortRequest(
                top(under.kafkaPort(), over.kafkaPort()),
                top(under.restProxyPort(), over.restProxyPort()),
                top(under.uiPort(), over.uiPort()),
                top(under.jmxPort(), over.jmxPort()));
    }

    public RetentionPolicy retention(RetentionPolicy under, @Nullable RetentionPolicy over) {
        if (over == null) {
            return under;
        }
        return new RetentionPolicy(
                top(under.keepDataOnDelete(), over.keepDataOnDelete()),
                top(under.logRetentionDays(), over.logRetentionDays()));
    }

    private static <T> @Nullable T top(@Nullable T under, @Nullable T over) {
        return over == null ? under : over;
    }

    private @Nullable Map<String, String> map(
            @Nullable Map<String, String> under, @Nullable Map<String, String> over) {
        if (under == null || over == null) {
            return over == null ? under : over;
        }
        return maps.apply(under, over);
    }
}
