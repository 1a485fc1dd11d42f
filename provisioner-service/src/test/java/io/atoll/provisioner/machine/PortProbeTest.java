package io.atoll.provisioner.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortProbeTest {

    @Test
    void seesAPortThatSomebodyListensOn() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortProbe.isFree(taken.getLocalPort())).isFalse();
        }
        try (var taken = new ServerSocket(0)) {
            assertThat(PortProbe.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void knowsThePortsOfOutgoingConnections() throws IOException {
        try (var any = new ServerSocket(0)) {
            assertThat(PortProbe.ephemeral().contains(any.getLocalPort())).isTrue();
        }
    }
}
