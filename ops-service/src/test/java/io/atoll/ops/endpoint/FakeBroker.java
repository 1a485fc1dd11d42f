package io.atoll.ops.endpoint;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.ApiVersionsResponseData.ApiVersion;
import org.apache.kafka.common.message.ApiVersionsResponseData.ApiVersionCollection;
import org.apache.kafka.common.message.DescribeClusterResponseData;
import org.apache.kafka.common.message.DescribeClusterResponseData.DescribeClusterBroker;
import org.apache.kafka.common.message.DescribeClusterResponseData.DescribeClusterBrokerCollection;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseBroker;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseBrokerCollection;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.ObjectSerializationCache;
import org.apache.kafka.common.requests.RequestHeader;

/** Speaks enough Kafka to tell of brokers, which may be somewhere else. */
public final class FakeBroker implements AutoCloseable {

    private final ServerSocket socket;
    private final String host;
    private final int port;
    private final Queue<Socket> clients = new ConcurrentLinkedQueue<>();
    public final AtomicInteger connections = new AtomicInteger();

    /**
     * @param host advertised, with {@code port}
     */
    FakeBroker(String host, int port) throws IOException {
        this(host, port, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    private FakeBroker(String host, int port, ServerSocket socket) {
        this.host = host;
        this.port = port;
        this.socket = socket;
        Thread.ofVirtual().start(this::accept);
    }

    /** Advertises this name with the port where it listens, at 127.0.0.1. */
    public static FakeBroker named(String host) throws IOException {
        var socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        return new FakeBroker(host, socket.getLocalPort(), socket);
    }

    public int port() {
        return socket.getLocalPort();
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                connections.incrementAndGet();
                clients.add(client);
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
        return key == ApiKeys.METADATA ? metadata() : cluster();
    }

    private ApiMessage metadata() {
        var brokers = new MetadataResponseBrokerCollection();
        brokers.add(new MetadataResponseBroker().setNodeId(1).setHost(host).setPort(port));
        return new MetadataResponseData()
                .setClusterId("fake")
                .setControllerId(1)
                .setBrokers(brokers);
    }

    private ApiMessage cluster() {
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
        for (var client : clients) {
            client.close();
        }
    }
}
