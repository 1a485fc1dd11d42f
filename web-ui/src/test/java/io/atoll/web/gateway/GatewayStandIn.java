package io.atoll.web.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A real HTTP server where pages expect the gateway. It answers what a test gave it, written by the
 * contracts' own records, and remembers what it was asked. A request without the visitor's token is
 * refused as the gateway would.
 */
public final class GatewayStandIn {

    public static final String TOKEN = "Bearer visitor";

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    private static final Map<String, Reply> REPLIES = new ConcurrentHashMap<>();
    private static final Map<String, Long> DELAYS = new ConcurrentHashMap<>();
    private static final List<Asked> ASKED = new CopyOnWriteArrayList<>();

    private record Reply(int status, Object body) {}

    /** One request that arrived; the path is without its query. */
    public record Asked(String route, String query, String ifMatch, String body) {}

    private static final Vertx VERTX = Vertx.vertx();
    private static boolean listening;
    private static volatile String wording = "";

    /** Begins anew; the first time it starts to listen where the pages look for the gateway. */
    public static synchronized void forget() {
        REPLIES.clear();
        DELAYS.clear();
        ASKED.clear();
        wording = "";
        if (!listening) {
            int port =
                    ConfigProvider.getConfig().getValue("atoll.gateway.url", URI.class).getPort();
            VERTX.createHttpServer()
                    .requestHandler(r -> r.bodyHandler(body -> answer(r, body)))
                    .listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            listening = true;
        }
    }

    private GatewayStandIn() {}

    /**
     * @param route method and path, for example {@code GET /api/v1/clusters}
     */
    public static void answers(String route, Object body) {
        refuses(route, 200, body);
    }

    public static void refuses(String route, int status, Object body) {
        REPLIES.put(route, new Reply(status, body));
    }

    /** From now on the route takes its time. */
    public static void takes(String route, Duration time) {
        DELAYS.put(route, time.toMillis());
    }

    /** From now on all that somebody worded ends with this text. */
    public static void wordsEndWith(String text) {
        wording = text;
    }

    public static List<Asked> asked(String route) {
        return ASKED.stream().filter(a -> a.route().equals(route)).toList();
    }

    private static void answer(HttpServerRequest request, Buffer body) {
        String route = request.method() + " " + request.path();
        String query = request.query() == null ? "" : request.query();
        ASKED.add(new Asked(route, query, request.getHeader("If-Match"), body.toString()));
        Reply reply =
                TOKEN.equals(request.getHeader("Authorization"))
                        ? REPLIES.getOrDefault(route, missing(route))
                        : new Reply(401, Samples.problem(401, "Sign-in needed", List.of()));
        Long delay = DELAYS.get(route);
        if (delay == null) {
            end(request, reply);
        } else {
            VERTX.setTimer(delay, _ -> end(request, reply));
        }
    }

    private static void end(HttpServerRequest request, Reply reply) {
        request.response()
                .setStatusCode(reply.status())
                .putHeader("Content-Type", "application/json")
                .end(write(reply.body()));
    }

    private static Reply missing(String route) {
        return new Reply(404, Samples.problem(404, "Nothing at " + route, List.of()));
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(FreeTexts.with(JSON.valueToTree(body), wording));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
