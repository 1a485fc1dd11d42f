import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// Stands for a REST proxy or a UI of one cluster: health, and the names of its topics.
public final class ListingServer {

    private static final class Unreachable extends Exception {
        Unreachable(String message) {
            super(message);
        }
    }

    private final Admin admin;
    private final String name;

    private ListingServer(Admin admin, String name) {
        this.admin = admin;
        this.name = name;
    }

    public static void main(String[] arguments) throws IOException {
        var variables = System.getenv();
        var bootstrap =
                first(variables, "", "KAFKA_REST_BOOTSTRAP_SERVERS", "KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS");
        if (bootstrap.isEmpty()) {
            System.err.println(
                    "Set KAFKA_REST_BOOTSTRAP_SERVERS or KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS.");
            System.exit(1);
        }
        var plain = bootstrap.replaceAll("[A-Z_]+://", "");
        var settings = Map.<String, Object>of("bootstrap.servers", plain, "default.api.timeout.ms", 5000, "request.timeout.ms", 3000);
        var listing =
                new ListingServer(
                        Admin.create(settings), first(variables, "cluster", "KAFKA_CLUSTERS_0_NAME"));
        var server = HttpServer.create(new InetSocketAddress(port(variables)), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", listing::answer);
        server.start();
        System.out.println("Listening on port " + server.getAddress().getPort() + " for " + plain);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
    }

    private static int port(Map<String, String> variables) {
        var listeners = first(variables, "", "KAFKA_REST_LISTENERS");
        return listeners.isEmpty()
                ? Integer.parseInt(first(variables, System.getenv("DEFAULT_PORT"), "SERVER_PORT"))
                : URI.create(listeners.split(",")[0]).getPort();
    }

    private static String first(Map<String, String> variables, String otherwise, String... names) {
        for (var one : names) {
            if (variables.containsKey(one)) {
                return variables.get(one);
            }
        }
        return otherwise;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            answerPath(exchange);
        }
    }

    private void answerPath(HttpExchange exchange) throws IOException {
        try {
            switch (exchange.getRequestURI().getPath()) {
                case "/actuator/health" -> send(exchange, 200, "application/json", "{\"status\":\"UP\"}");
                case "/topics" -> send(exchange, 200, "application/json", array(topics()));
                case "/v3/clusters" ->
                        send(exchange, 200, "application/json", "{\"data\":[{\"cluster_id\":\"" + clusterId() + "\"}]}");
                case "/api/clusters" ->
                        send(exchange, 200, "application/json", "[{\"name\":\"" + name + "\",\"status\":\"online\"}]");
                case "/" -> send(exchange, 200, "text/html", page(topics()));
                default -> send(exchange, 404, "application/json", "{\"error_code\":404}");
            }
        } catch (Unreachable cluster) {
            System.err.println(cluster.getMessage());
            send(exchange, 503, "application/json", "{\"error_code\":503}");
        }
    }

    private TreeSet<String> topics() throws Unreachable {
        return new TreeSet<>(asked(admin.listTopics().names()));
    }

    private String clusterId() throws Unreachable {
        return asked(admin.describeCluster().clusterId());
    }

    private static <T> T asked(KafkaFuture<T> future) throws Unreachable {
        try {
            return future.get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException cause) {
            throw new Unreachable("The cluster does not answer: " + cause);
        }
    }

    private static String array(TreeSet<String> names) {
        return names.stream().map(one -> '"' + one + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private String page(TreeSet<String> names) {
        return names.stream()
                .map(one -> "<li>" + one + "</li>")
                .collect(
                        Collectors.joining(
                                "", "<!doctype html><title>Topics</title><h1>Topics of " + name.replaceAll("[<>&]", "") + "</h1><ul>", "</ul>"));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
