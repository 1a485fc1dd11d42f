package io.atoll.web.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends one call to the gateway and reads its answer. Never blocks; every call ends within the
 * configured time.
 */
@ApplicationScoped
public class GatewayClient {

    private static final Pattern NEXT =
            Pattern.compile("[?&]page_token=([^&>]+)[^>]*>;\\s*rel=\"?next");

    private static final int CONNECT_MS = 5_000;

    private final HttpClient http;
    private final GatewayConfig config;
    private final ObjectMapper mapper;
    private final ProblemReader problems;
    private final Visitor visitor;

    GatewayClient(
            Vertx vertx,
            GatewayConfig config,
            ObjectMapper mapper,
            ProblemReader problems,
            Visitor visitor) {
        this.config = config;
        this.mapper = mapper;
        this.problems = problems;
        this.visitor = visitor;
        this.http =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setDecompressionSupported(true)
                                .setConnectTimeout(CONNECT_MS)
                                .setMaxPoolSize(64));
    }

    public <T> Uni<T> get(Object path, TypeReference<T> type) {
        return getPaged(path, type).map(Answer::body);
    }

    public <T> Uni<Answer<T>> getPaged(Object path, TypeReference<T> type) {
        return send(HttpMethod.GET, path, null, Map.of(), type);
    }

    public <T> Uni<T> send(
            HttpMethod method, Object path, @Nullable Object body, TypeReference<T> type) {
        return send(method, path, body, Map.of(), type).map(Answer::body);
    }

    public <T> Uni<Answer<T>> send(
            HttpMethod method,
            Object path,
            @Nullable Object body,
            Map<String, String> headers,
            TypeReference<T> type) {
        RequestOptions options =
                new RequestOptions()
                        .setMethod(method)
                        .setAbsoluteURI(config.url().resolve(path.toString()).toString())
                        .setTimeout(config.timeout().toMillis())
                        .putHeader("Accept", "application/json, application/problem+json");
        visitor.passedOn().forEach(options::putHeader);
        headers.forEach(options::putHeader);
        Buffer json = body == null ? Buffer.buffer() : encode(body);
        if (body != null) {
            options.putHeader("Content-Type", "application/json");
        }
        return exchange(options, json, type);
    }

    private <T> Uni<Answer<T>> exchange(
            RequestOptions options, Buffer json, TypeReference<T> type) {
        return Uni.createFrom()
                .completionStage(
                        () ->
                                http.request(options)
                                        .compose(request -> request.send(json))
                                        .compose(r -> r.body().map(b -> read(r, b, type)))
                                        .toCompletionStage())
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure(failure -> !(failure instanceof ApiFailure))
                .transform(GatewayClient::away);
    }

    private <T> Answer<T> read(HttpClientResponse response, Buffer body, TypeReference<T> type) {
        if (response.statusCode() >= 400) {
            throw problems.read(response.statusCode(), body.toString());
        }
        String link = response.getHeader("Link");
        Matcher next = NEXT.matcher(link == null ? "" : link);
        return new Answer<>(
                decode(body.length() == 0 ? "{}" : body.toString(), type),
                response.getHeader("Location"),
                next.find() ? next.group(1) : null);
    }

    private <T> T decode(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw ApiFailure.of(
                    ProblemType.UPSTREAM_FAILED,
                    "The gateway's answer could not be read: " + e.getOriginalMessage());
        }
    }

    private Buffer encode(Object body) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    private static ApiFailure away(Throwable failure) {
        boolean late = failure.getClass().getSimpleName().contains("Timeout");
        return late
                ? ApiFailure.late()
                : ApiFailure.of(ProblemType.UNAVAILABLE, "The gateway cannot be reached.");
    }
}
