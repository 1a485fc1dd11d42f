package io.atoll.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    @TempDir Path directory;

    @Test
    void keepsItsAddressAndItsRecordsWhenItIsStartedAgain() throws Exception {
        String address;
        try (var broker = EmbeddedBroker.start(directory)) {
            address = broker.bootstrap();
            Records.write(address, "first");
        }
        try (var broker = EmbeddedBroker.start(directory)) {
            assertThat(broker.bootstrap()).isEqualTo(address);
            assertThat(Records.read(address)).containsExactly("first");
        }
    }
}
