package io.atoll.ops.endpoint;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.ApiVersionsResponseData.ApiVersion;
import org.apache.kafka.common.message.ApiVersionsResponseData.ApiVersionCollection;
import org.apache.kafka.common.message.DescribeClusterResponseData;
import org.apache.kafka.common.message.DescribeClusterResponseData.DescribeClusterBroker;
import org.apache.kafka.common.message.DescribeClusterResponseData.DescribeClusterBrokerCollection;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.ObjectSerializationCache;
import org.apache.kafka.common.requests.RequestHeader;

/** Speaks enough Kafka to tell of brokers that are somewhere else. */
final class FakeBroker implements AutoCloseable {

    private final ServerSocket socket;
    private final String host;
    private final int port;
    final AtomicInteger connections = new AtomicInteger();

    /**
     * @param host advertised, with {@code port}
     */
    FakeBroker(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new DataInputStream(client.getInputStream());
            while (true) {
                var request = new byte[in.readInt()];
                in.readFully(request);
                answer(client, RequestHeader.parse(ByteBuffer.wrap(request)));
            }
        } catch (IOException gone) {
            // the client left
        }
    }

    private void answer(Socket client, RequestHeader request) throws IOException {
        var head = request.toResponseHeader();
        var data = data(request.apiKey());
        var cache = new ObjectSerializationCache();
        int size =
                head.data().size(cache, head.headerVersion())
                        + data.size(cache, request.apiVersion());
        var buffer = ByteBuffer.allocate(4 + size).putInt(size);
        var out = new ByteBufferAccessor(buffer);
        head.data().write(out, cache, head.headerVersion());
        data.write(out, cache, request.apiVersion());
        client.getOutputStream().write(buffer.array());
    }

    private ApiMessage data(ApiKeys key) {
        if (key == ApiKeys.API_VERSIONS) {
            var keys = new ApiVersionCollection();
            for (var known :
                    Arrays.asList(
                            ApiKeys.API_VERSIONS, ApiKeys.DESCRIBE_CLUSTER, ApiKeys.METADATA)) {
                keys.add(
                        new ApiVersion()
                                .setApiKey(known.id)
                                .setMinVersion(known.oldestVersion())
                                .setMaxVersion(known.latestVersion()));
            }
            return new ApiVersionsResponseData().setApiKeys(keys);
        }
        var brokers = new DescribeClusterBrokerCollection();
        brokers.add(new DescribeClusterBroker().setBrokerId(1).setHost(host).setPort(port));
        return new DescribeClusterResponseData()
                .setClusterId("fake")
                .setControllerId(1)
                .setBrokers(brokers)
                .setClusterAuthorizedOperations(1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
