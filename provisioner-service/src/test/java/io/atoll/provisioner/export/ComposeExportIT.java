package io.atoll.provisioner.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.provisioner.kind.kafka.KafkaSamples;
import io.atoll.provisioner.runtime.process.Records;
import io.atoll.testkit.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that is exported starts the same cluster, on a machine that knows nothing of Atoll. */
class ComposeExportIT {

    private static final String IMAGE = "apache/kafka:4.1.1";

    @Test
    void three_brokers_start_from_the_file_and_keep_a_record_over_a_restart(@TempDir Path folder)
            throws Exception {
        var wish = KafkaSamples.desired("exported", 1, KafkaSamples.spec(3, 0, true, 0));
        var file =
                Files.writeString(
                        folder.resolve("exported.yaml"), ComposeSamples.file(wish, Map.of()));
        var ports = ports(3);
        try (var compose = Compose.of(file, IMAGE, ports)) {
            compose.call("up", "-d", "--wait");
            var bootstrap = "127.0.0.1:" + ports.get("BROKER_1_PORT");
            try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
                var nodes = admin.describeCluster().nodes().get();
                assertThat(nodes)
                        .extracting(node -> String.valueOf(node.port()))
                        .containsExactlyInAnyOrderElementsOf(ports.values());
            }
            Records.write(bootstrap, "kept");
            assertThat(compose.volumes()).hasSize(3).allMatch(name -> name.endsWith("-data"));
            compose.call("down", "--timeout", "20");
            compose.call("up", "-d", "--wait");
            assertThat(Records.read(bootstrap)).contains("kept");
            assertThat(compose.call("config", "--quiet")).doesNotContain("obsolete", "warning");
        }
    }

    private static Map<String, String> ports(int brokers) {
        var ports = new HashMap<String, String>();
        while (ports.size() < brokers) {
            var port = String.valueOf(FreePort.any());
            if (!ports.containsValue(port)) {
                ports.put("BROKER_%d_PORT".formatted(ports.size() + 1), port);
            }
        }
        return ports;
    }
}
