package io.atoll.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerMainIT {

    @TempDir Path directory;

    @Test
    void formatsEmptyStorageAndStopsCleanlyOnTheTermSignal() throws Exception {
        var broker = BrokerProcess.start(directory);
        awaitReady(broker);
        Records.write(broker.bootstrap(), "first");

        broker.process().destroy();

        assertThat(broker.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(broker.process().exitValue()).isEqualTo(128 + 15);
        assertThat(directory.resolve("data/.kafka_cleanshutdown")).exists();
        assertThat(broker.output()).doesNotContain("SLF4J", "SEVERE", "Exception", "restricted");
    }

    @Test
    void keepsAcknowledgedRecordsWhenItIsKilled() throws Exception {
        var killed = BrokerProcess.start(directory);
        awaitReady(killed);
        Records.write(killed.bootstrap(), "first");
        killed.process().destroyForcibly().waitFor();

        var second = BrokerProcess.start(directory);
        awaitReady(second);
        assertThat(Records.read(second.bootstrap())).containsExactly("first");
        second.process().destroy();
        assertThat(second.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitReady(BrokerProcess broker) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> broker.output().contains("Node 1 is ready"));
    }
}
