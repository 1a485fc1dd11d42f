package io.atoll.registry.external;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * Answers connection tests as ops would: that the cluster answers, or that it fails where a test
 * says so.
 */
public final class OpsStandIn implements QuarkusTestResourceLifecycleManager {

    private static final String FAILURE = "atoll.test.connection-failure";
    private static final String ASKED = "atoll.test.connection-asked";
    private static final String GATE = "atoll.test.connection-gate";

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/internal/connection-tests",
                call -> {
                    System.setProperty(
                            ASKED, new String(call.getRequestBody().readAllBytes(), UTF_8));
                    pass();
                    byte[] answer = answer().getBytes(UTF_8);
                    call.getResponseHeaders().add("Content-Type", "application/json");
                    call.sendResponseHeaders(200, answer.length);
                    call.getResponseBody().write(answer);
                    call.close();
                });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return Map.of(
                "atoll.connection-test.url", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Every test fails at this stage; empty: none does. */
    static void fails(String stage) {
        System.setProperty(FAILURE, stage);
    }

    /** No test is answered before this is counted down. */
    static CountDownLatch gate() {
        var gate = new CountDownLatch(1);
        System.getProperties().put(GATE, gate);
        return gate;
    }

    private static void pass() {
        if (System.getProperties().get(GATE) instanceof CountDownLatch gate) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The body of the last test that was asked for. */
    static String asked() {
        return System.getProperty(ASKED, "");
    }

    private static String answer() {
        String stage = System.getProperty(FAILURE, "");
        return stage.isEmpty()
                ? """
                {"ok":true,"found":{"cluster_id":"k","kafka_version":"4.1","controller":1,
                "brokers":[{"id":1,"host":"kafka-1.example","port":9092,"reachable":true}]},
                "warnings":[]}"""
                : """
                {"ok":false,"failure":{"stage":"%s","message":"It failed."},"warnings":[]}"""
                        .formatted(stage);
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
