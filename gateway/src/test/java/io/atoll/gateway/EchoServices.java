package io.atoll.gateway;

import io.atoll.kit.problem.Problems;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * Programs at the addresses of the services that answer with what they got. The real ones are run
 * by the tests of the whole suite.
 *
 * <p>By the last part of the path: {@code silent} never answers, {@code drip} answers in two parts
 * and then waits, {@code ticks} answers in parts without end, {@code breaks} ends the connection,
 * {@code early} answers before it has the body, the cluster {@code described} is described, {@code
 * hidden} is hidden from everybody and {@code nowhere} is not there.
 */
public final class EchoServices implements QuarkusTestResourceLifecycleManager {
    private static final String CANCELLED = "atoll.test.cancelled";
    private static final String MUTATIONS = "atoll.test.mutations";

    /** A cluster of environment prod with the tag team=shop. */
    private static final String DESCRIBED = "/api/v1/clusters/described";

    private static final String CLUSTERS = "/api/v1/clusters/";

    private Vertx vertx;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        System.setProperty(CANCELLED, "0");
        var config = new HashMap<String, String>();
        config.put("ATOLL_ADMIN_PASSWORD", Callers.ADMIN_PASSWORD);
        config.put("ATOLL_REGISTRY_URL", listen("registry-service"));
        config.put("ATOLL_OPS_URL", listen("ops-service"));
        config.put("ATOLL_WEB_URL", listen("web-ui"));
        config.put("ATOLL_PROVISIONER_URL", "http://127.0.0.1:1");
        config.put("atoll.proxy.answer-timeout", "2s");
        config.put("atoll.event.patience", "4s");
        config.put("atoll.audit.denial-window", "3s");
        config.put("atoll.event.rights-check", "500ms");
        config.put("atoll.key.use-pause", "200ms");
        config.put("quarkus.http.test-port", "0");
        config.put("atoll.rate.held-bodies", "4M");
        // All people of the tests sign in from one address.
        config.put("atoll.limit.address-failures", "100000");
        config.put("atoll.rate.sign-in", "100000/60s");
        config.put("atoll.rate.address", "100000/60s");
        // A machine that stands still for a moment must not change what is counted where.
        config.put("atoll.rate.redis-timeout", "10s");
        config.put("atoll.limit.redis-timeout", "10s");
        return config;
    }

    /** Streams that the gateway cancelled so far. */
    public static int cancelled() {
        return Integer.getInteger(CANCELLED);
    }

    /** Requests other than GET that got through so far. */
    public static int mutations() {
        return Integer.getInteger(MUTATIONS, 0);
    }

    private String listen(String name) {
        HttpServer server = vertx.createHttpServer();
        server.requestHandler(request -> handle(name, request));
        int port =
                server.listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .actualPort();
        return "http://127.0.0.1:" + port;
    }

    private void handle(String name, HttpServerRequest request) {
        String path = request.path();
        if (!request.method().name().equals("GET")) {
            System.setProperty(MUTATIONS, Integer.toString(mutations() + 1));
        }
        if (path.endsWith("/silent")) {
            return;
        }
        if (path.equals(DESCRIBED)) {
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end("{\"environment\":\"prod\",\"tags\":{\"team\":\"shop\"}}");
        } else if (path.startsWith(CLUSTERS + "hidden") || path.startsWith(CLUSTERS + "nowhere")) {
            notThere(request, path.startsWith(CLUSTERS + "hidden"));
        } else if (path.endsWith("/breaks")) {
            request.connection().close();
        } else if (path.endsWith("/early")) {
            request.response().setStatusCode(415).end("early");
        } else if (path.endsWith("/drip")) {
            drip(request);
        } else if (path.endsWith("/ticks")) {
            tick(request);
        } else {
            request.body().onSuccess(body -> echo(name, request, body.length()));
        }
    }

    private static void echo(String name, HttpServerRequest request, int bytes) {
        var headers = new JsonObject();
        request.headers().forEach(h -> headers.put(h.getKey().toLowerCase(), h.getValue()));
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Location", "http://" + request.getHeader("Host") + request.path())
                .putHeader("Set-Cookie", "stolen=1")
                .putHeader("X-Echo", name)
                .end(
                        new JsonObject()
                                .put("service", name)
                                .put("method", request.method().name())
                                .put("uri", request.uri())
                                .put("bytes", bytes)
                                .put("headers", headers)
                                .put("names", new JsonArray(headers.fieldNames().stream().toList()))
                                .toBuffer());
    }

    /** As kit answers: see {@code Problems.HIDES_HEADER}. */
    private static void notThere(HttpServerRequest request, boolean hides) {
        var out = request.response().setStatusCode(404);
        if (hides) {
            out.putHeader(Problems.HIDES_HEADER, "true").putHeader("X-Atoll-More", "told");
        }
        out.putHeader("Content-Type", "application/problem+json")
                .end("{\"type\":\"/problems/not-found\",\"status\":404}");
    }

    private static void drip(HttpServerRequest request) {
        var response = request.response().setChunked(true);
        response.putHeader("Content-Type", "text/event-stream");
        response.write("data: one\n\n");
        response.closeHandler(
                _ -> System.setProperty(CANCELLED, Integer.toString(cancelled() + 1)));
    }

    private void tick(HttpServerRequest request) {
        var response = request.response().setChunked(true);
        response.putHeader("Content-Type", "text/event-stream");
        long timer = vertx.setPeriodic(100, _ -> response.write("data: tick\n\n"));
        response.closeHandler(_ -> vertx.cancelTimer(timer));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
