package io.atoll.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Role;
import io.atoll.gateway.identity.access.Credential;
import io.atoll.gateway.identity.access.Identity;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One stream over a real connection, of a log that keeps few events. */
class SubscriberIT {
    private static final int SECONDS = 30;

    private final EventLog log =
            new EventLog(
                    new SmallRyeConfigBuilder()
                            .addDiscoveredConverters()
                            .withMapping(EventConfig.class)
                            .withDefaultValue("atoll.event.kept", "10")
                            .build()
                            .getConfigMapping(EventConfig.class));

    private final CompletableFuture<Subscriber> subscriber = new CompletableFuture<>();
    private final CompletableFuture<Context> loop = new CompletableFuture<>();
    private Vertx vertx;
    private int port;

    @BeforeEach
    void listen() {
        vertx = Vertx.vertx();
        port =
                vertx.createHttpServer()
                        .requestHandler(this::open)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .actualPort();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void open(HttpServerRequest request) {
        var out = request.response().setChunked(true);
        var grants = List.of(new Grant(Role.ADMIN, null, null, null));
        var reader = new Identity("ada", "user", UUID.randomUUID(), false, grants, null);
        var filter = EventFilter.of(List.of(), List.of(), reader);
        var fresh = new Subscriber(log, out, Clock.systemUTC(), new Credential.None(), filter);
        fresh.begin(1);
        loop.complete(Vertx.currentContext());
        subscriber.complete(fresh);
    }

    /** Returns when the stream has written what it could. */
    private void append(long offset) throws Exception {
        String head = "id: " + offset + "\nevent: node.died\ndata: ";
        Buffer frame = Buffer.buffer(head + "x".repeat(100_000) + "\n\n");
        String id = UUID.randomUUID().toString();
        log.append(
                List.of(
                        new LoggedEvent(
                                offset,
                                id,
                                "node.died",
                                Optional.empty(),
                                "",
                                "",
                                frame,
                                head.length())),
                offset);
        var done = new CompletableFuture<Void>();
        Subscriber one = subscriber.get(SECONDS, TimeUnit.SECONDS);
        loop.get(SECONDS, TimeUnit.SECONDS)
                .runOnContext(
                        _ -> {
                            one.pump(Clock.systemUTC().instant());
                            done.complete(null);
                        });
        done.get(SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void a_reader_who_was_overtaken_is_told_that_events_are_missing() throws Exception {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.setSoTimeout(SECONDS * 1_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            subscriber.get(SECONDS, TimeUnit.SECONDS);
            for (long offset = 0; offset < 200; offset++) {
                append(offset);
            }
            var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
            var lines = new BufferedReader(in);
            List<String> seen = readTo("id: 199", lines);
            append(200);
            seen.addAll(readTo("id: 200", lines));

            int reset = seen.indexOf("event: reset");
            assertThat(reset).as("place of the reset").isPositive();
            for (int i = 0; i < reset - 1; i++) {
                assertThat(seen.get(i)).isEqualTo("id: " + (i - 1));
            }
            assertThat(seen.subList(reset - 1, seen.size()))
                    .containsExactly("id: 199", "event: reset", "id: 200");
        }
    }

    /** Ids and resets, up to an id. */
    private static List<String> readTo(String end, BufferedReader lines) throws IOException {
        var seen = new ArrayList<String>();
        String line = "";
        while (line != null && !line.equals(end)) {
            line = lines.readLine();
            if (line != null && (line.startsWith("id: ") || line.equals("event: reset"))) {
                seen.add(line);
            }
        }
        return seen;
    }
}
