package io.atoll.contracts.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a Kafka cluster in KRaft mode.
 *
 * @param runtime where its nodes run
 * @param running true: nodes run; false: stopped, data kept
 * @param restarts rises with each restart that is asked for; a node started under a lower number is
 *     started again
 * @param dataEpoch rises with each stop that cleans up; data of a lower number is wiped
 * @param brokers number of brokers: 1, 3 or 5; with three or more, the first three also carry the
 *     controllers
 * @param restProxyConfig absent: no REST proxy is asked for
 * @param uiConfig absent: no Kafka UI is asked for
 * @param ports ports that were asked for by number; absent or empty: the provisioner chooses
 */
public record KafkaSpec(
        RuntimeName runtime,
        boolean running,
        long restarts,
        long dataEpoch,
        int brokers,
        KafkaConfig kafkaConfig,
        @Nullable RestProxyConfig restProxyConfig,
        @Nullable UiConfig uiConfig,
        @Nullable PortRequest ports,
        RetentionPolicy retentionPolicy)
        implements ClusterSpec {

    @Override
    @JsonIgnore
    public ClusterKind clusterKind() {
        return ClusterKind.KAFKA;
    }

    public KafkaSpec withRunning(boolean wanted) {
        return new KafkaSpec(
                runtime,
                wanted,
                restarts,
                dataEpoch,
                brokers,
                kafkaConfig,
                restProxyConfig,
                uiConfig,
                ports,
                retentionPolicy);
    }

    public KafkaSpec withRestarts(long wanted) {
        return new KafkaSpec(
                runtime,
                running,
                wanted,
                dataEpoch,
                brokers,
                kafkaConfig,
                restProxyConfig,
                uiConfig,
                ports,
                retentionPolicy);
    }

    public KafkaSpec withDataEpoch(long wanted) {
        return new KafkaSpec(
                runtime,
                running,
                restarts,
                wanted,
                brokers,
                kafkaConfig,
                restProxyConfig,
                uiConfig,
                ports,
                retentionPolicy);
    }
}
