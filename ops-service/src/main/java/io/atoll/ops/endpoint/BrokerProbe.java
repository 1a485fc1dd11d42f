package io.atoll.ops.endpoint;

import io.atoll.contracts.connection.ConnectionTest.Stage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Asks whether it is Kafka that answers at an address, before any Kafka client talks to it. A
 * client that meets another protocol takes its first bytes for a length and allocates so much that
 * the process may end (KAFKA-4493). Blocks: call on a virtual thread.
 */
final class BrokerProbe {

    static final int TIMEOUT_MS = 2_500;
    private static final short API_VERSIONS = 18;
    private static final int CORRELATION = 0x41544f4c;
    private static final int LONGEST_ANSWER = 1 << 20;

    private BrokerProbe() {}

    /** Returns where at least one of the addresses answers as Kafka and none as something else. */
    static void check(String bootstrap) throws IOException {
        IOException last = new UnknownHostException(bootstrap);
        boolean found = false;
        for (var address : List.of(bootstrap.split(","))) {
            try (var socket = connect(address.trim())) {
                handshake(socket, address.trim());
                found = true;
            } catch (NotKafka e) {
                throw e;
            } catch (IOException e) {
                last = e;
            }
        }
        if (!found) {
            throw last;
        }
    }

    private static Socket connect(String address) throws IOException {
        int colon = address.lastIndexOf(':');
        var target =
                new InetSocketAddress(
                        address.substring(0, colon),
                        Integer.parseInt(address.substring(colon + 1)));
        if (target.isUnresolved()) {
            throw new UnknownHostException(address);
        }
        return connect(target);
    }

    static Socket connect(InetSocketAddress target) throws IOException {
        var socket = new Socket();
        try {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.connect(target, TIMEOUT_MS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** An ApiVersions request of version 0: length, key, version, correlation id, no client id. */
    static void handshake(Socket socket, String address) throws IOException {
        var out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(10);
        out.writeShort(API_VERSIONS);
        out.writeShort(0);
        out.writeInt(CORRELATION);
        out.writeShort(-1);
        out.flush();
        var in = new DataInputStream(socket.getInputStream());
        int length = in.readInt();
        if (length < Integer.BYTES || length > LONGEST_ANSWER || in.readInt() != CORRELATION) {
            throw new NotKafka(address);
        }
    }

    /** Something answers, in another protocol. */
    static final class NotKafka extends ProbeFailed {
        NotKafka(String address) {
            super(Stage.KAFKA, address, "What answers at " + address + " is not a Kafka broker.");
        }
    }
}
