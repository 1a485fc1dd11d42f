package io.atoll.gateway.identity.provider;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls of the provider: by TLS or on this machine, bounded in time and size, never led on. */
@ApplicationScoped
class ProviderCalls {
    private final Vertx vertx;
    private final OidcConfig config;
    private @Nullable HttpClient client;

    ProviderCalls(Vertx vertx, OidcConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    Uni<JsonObject> get(URI uri) {
        return send(options(HttpMethod.GET, uri), Buffer.buffer());
    }

    /**
     * @param authorization header of the client
     */
    Uni<JsonObject> post(URI uri, Map<String, String> form, Optional<String> authorization) {
        RequestOptions options = options(HttpMethod.POST, uri);
        options.putHeader("Content-Type", "application/x-www-form-urlencoded");
        authorization.ifPresent(a -> options.putHeader("Authorization", a));
        return send(options, Buffer.buffer(encode(form)));
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private RequestOptions options(HttpMethod method, URI uri) {
        return new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(Registration.requireSafe(uri).toString())
                .setFollowRedirects(false)
                .setTimeout(config.timeout().toMillis())
                .putHeader("Accept", "application/json");
    }

    private Uni<JsonObject> send(RequestOptions options, Buffer body) {
        return Uni.createFrom()
                .completionStage(
                        () ->
                                client().request(options)
                                        .compose(request -> request.send(body))
                                        .compose(this::read)
                                        .toCompletionStage())
                .ifNoItem()
                .after(config.timeout())
                .failWith(() -> new ProviderAnswer("no answer in time"));
    }

    private Future<JsonObject> read(HttpClientResponse answer) {
        Promise<JsonObject> done = Promise.promise();
        answer.exceptionHandler(_ -> done.tryFail(new ProviderAnswer("broken off")));
        if (answer.statusCode() != 200) {
            done.tryFail(new ProviderAnswer("status " + answer.statusCode()));
            answer.request().reset();
            return done.future();
        }
        long most = config.largestAnswer().asLongValue();
        Buffer whole = Buffer.buffer();
        answer.handler(
                part -> {
                    whole.appendBuffer(part);
                    if (whole.length() > most) {
                        done.tryFail(new ProviderAnswer("more than " + most + " bytes"));
                        answer.request().reset();
                    }
                });
        answer.endHandler(_ -> decode(whole, done));
        return done.future();
    }

    private static void decode(Buffer whole, Promise<JsonObject> done) {
        try {
            done.tryComplete(whole.toJsonObject());
        } catch (DecodeException | ClassCastException _) {
            done.tryFail(new ProviderAnswer("not an object of JSON"));
        }
    }

    /** Made with the first call: most installations have no provider. */
    private synchronized HttpClient client() {
        if (client == null) {
            client =
                    vertx.createHttpClient(
                            new HttpClientOptions()
                                    .setMaxPoolSize(4)
                                    .setConnectTimeout((int) config.timeout().toMillis()));
        }
        return client;
    }

    @PreDestroy
    synchronized void stop() {
        if (client != null) {
            client.close();
        }
    }
}
