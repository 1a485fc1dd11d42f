package io.atoll.provisioner.kind.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/// Kafka's own id of a cluster: a function of Atoll's id and of the epoch of its data, so that
/// wiped data never meets a node that remembers it.
final class KafkaClusterId {

    private KafkaClusterId() {}

    /// 22 characters, as Kafka prints a UUID.
    static String of(String cluster, long dataEpoch) {
        var name = "atoll/" + cluster + "/" + dataEpoch;
        var uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var bytes =
                ByteBuffer.allocate(16)
                        .putLong(uuid.getMostSignificantBits())
                        .putLong(uuid.getLeastSignificantBits())
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
