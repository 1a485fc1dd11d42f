package io.atoll.ops.message;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What a browse found.
///
/// @param records oldest first
/// @param next by partition: where a further read goes on
record Found(List<ConsumerRecord<byte[], byte[]>> records, Ended ended, Map<Integer, Long> next) {

    /// Why a browse ended.
    enum Ended {
        END_REACHED("end_reached"),
        MAX_RECORDS("max_records"),
        MAX_BYTES("max_bytes"),
        TIMEOUT("timeout");

        private final String wire;

        Ended(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }
}
