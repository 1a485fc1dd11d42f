package io.atoll.gateway.legacy;

import io.atoll.gateway.Callers;
import io.atoll.kit.problem.Problems;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * Programs at the addresses of the services that answer like the routes of today do, from files,
 * and write down what they were asked.
 */
public final class TodayServices implements QuarkusTestResourceLifecycleManager {
    private static final String ASKED = "atoll.test.asked";
    private static final String CHOSEN = "atoll.test.chosen";
    private static final String CLUSTER = "/api/v1/clusters/orders";

    private static final String MISSING =
            """
            {"type":"/problems/not-found","title":"Not found","status":404,
             "detail":"There is no topic 'invoice'.","instance":"/api/v1/clusters/orders/topics/invoice",
             "trace_id":"1","near":["invoices"]}""";

    private static final String PLAN =
            """
            {"action":"create","cluster_id":"default","changes":[],"warnings":[]}""";

    private Vertx vertx;
    private volatile boolean stopped;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        var config = new HashMap<String, String>();
        config.put("ATOLL_ADMIN_PASSWORD", Callers.ADMIN_PASSWORD);
        config.put("ATOLL_REGISTRY_URL", listen());
        config.put("ATOLL_OPS_URL", listen());
        config.put("ATOLL_WEB_URL", listen());
        config.put("ATOLL_PROVISIONER_URL", "http://127.0.0.1:1");
        config.put("quarkus.http.test-port", "0");
        return config;
    }

    /** Requests since the last call, one a line. */
    public static String asked() {
        String asked = System.getProperty(ASKED, "");
        System.setProperty(ASKED, "");
        return asked;
    }

    public static void choose(boolean chosen) {
        System.setProperty(CHOSEN, Boolean.toString(chosen));
    }

    private String listen() {
        HttpServer server = vertx.createHttpServer();
        server.requestHandler(
                request -> request.body().onSuccess(body -> answer(request, body.toString())));
        int port =
                server.listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .actualPort();
        return "http://127.0.0.1:" + port;
    }

    private void answer(HttpServerRequest request, String body) {
        String what = request.method() + " " + request.uri() + " " + body;
        System.setProperty(ASKED, System.getProperty(ASKED, "") + what.strip() + "\n");
        var out = request.response().putHeader("Content-Type", "application/json");
        switch (request.method() + " " + request.path()) {
            case "GET /api/v1/default-cluster" ->
                    out.end(
                            Boolean.parseBoolean(System.getProperty(CHOSEN, "true"))
                                    ? Today.text("default-cluster")
                                    : "{\"version\":1,\"chosen\":false}");
            case "PUT /api/v1/default-cluster" -> out.end(Today.text("default-cluster"));
            case "POST /api/v1/clusters" ->
                    out.setStatusCode(request.query() == null ? 201 : 200)
                            .end(request.query() == null ? cluster() : PLAN);
            case "GET " + CLUSTER -> out.end(cluster());
            case "POST " + CLUSTER + "/start" -> turn(request, false);
            case "POST " + CLUSTER + "/stop" -> turn(request, true);
            case "GET " + CLUSTER + "/topics" -> topics(request);
            case "POST " + CLUSTER + "/topics" -> out.setStatusCode(201).end(Today.text("topic"));
            case "GET " + CLUSTER + "/topics/invoices" -> out.end(Today.text("topic"));
            case "DELETE " + CLUSTER + "/topics/invoices" -> out.setStatusCode(204).end();
            case "POST " + CLUSTER + "/produce" -> out.end(Today.text("produced"));
            case "GET " + CLUSTER + "/consume" -> out.end(Today.text("consumed"));
            case "GET " + CLUSTER + "/groups" -> out.end(Today.text("groups"));
            case "GET " + CLUSTER + "/topics/hidden" ->
                    out.putHeader(Problems.HIDES_HEADER, "true").setStatusCode(404).end(MISSING);
            default -> out.setStatusCode(404).end(MISSING);
        }
    }

    private String cluster() {
        return Today.text(stopped ? "cluster-stopped" : "cluster");
    }

    private void turn(HttpServerRequest request, boolean off) {
        stopped = off;
        request.response().setStatusCode(202).end(cluster());
    }

    private static void topics(HttpServerRequest request) {
        if (request.getParam("page_token") == null) {
            request.response()
                    .putHeader("Link", "<" + CLUSTER + "/topics?page_token=2>; rel=\"next\"")
                    .end(Today.text("topics"));
        } else {
            request.response().end("[]");
        }
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
