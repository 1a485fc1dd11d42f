package io.atoll.ops.endpoint;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atoll.testkit.AtollStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerProbeIT {

    private static final String CLOSED = "127.0.0.1:1";

    @Test
    void aBrokerAnswersAsOne() {
        assertThatCode(() -> BrokerProbe.check(AtollStack.kafka())).doesNotThrowAnyException();
        assertThatCode(() -> BrokerProbe.check(CLOSED + ", " + AtollStack.kafka()))
                .doesNotThrowAnyException();
    }

    /**
     * Taken as lengths, the first bytes of these are more than a gigabyte, less than nothing, or
     * nothing.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request",
                "\u00ff\u00ff\u00ff\u00ffxxxx",
                "\0\0\0\0\0\0\0\0"
            })
    void anotherProtocolIsRecognised(String answer) throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(
                    () -> {
                        try (var client = server.accept()) {
                            client.getOutputStream()
                                    .write(answer.getBytes(StandardCharsets.ISO_8859_1));
                            return client.getInputStream().readNBytes(14);
                        }
                    });
            var address = "127.0.0.1:" + server.getLocalPort();
            assertThatThrownBy(() -> BrokerProbe.check(address))
                    .isInstanceOf(BrokerProbe.NotKafka.class);
        }
    }

    @Test
    void nobodyThereIsAFailureToConnect() {
        assertThatThrownBy(() -> BrokerProbe.check(CLOSED))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(BrokerProbe.NotKafka.class);
        assertThatThrownBy(() -> BrokerProbe.check("no-such-host.invalid:9092"))
                .isInstanceOf(UnknownHostException.class);
    }
}
