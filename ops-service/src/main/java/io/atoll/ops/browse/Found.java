package io.atoll.ops.browse;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What a browse found.
///
/// @param records oldest first
/// @param next by partition: where a further read goes on
public record Found(
        List<ConsumerRecord<byte[], byte[]>> records, Ended ended, Map<Integer, Long> next) {

    /// Why a browse ended.
    public enum Ended {
        END_REACHED("end_reached"),
        MAX_RECORDS("max_records"),
        MAX_BYTES("max_bytes"),
        TIMEOUT("timeout");

        private final String wire;

        Ended(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }
}
