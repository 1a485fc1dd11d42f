package io.atoll.gateway.door.proxy;

import io.atoll.kit.access.Caller;
import io.atoll.kit.refusal.AtollException;
import io.atoll.kit.refusal.Unavailable;
import io.atoll.kit.refusal.UpstreamFailed;
import io.atoll.kit.refusal.UpstreamTimeout;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Forwards requests over connections that stay open. Runs on the event loop of the request. */
@ApplicationScoped
public class Proxy {
    private static final Logger LOG = Logger.getLogger(Proxy.class);

    private final Vertx vertx;
    private final ProxyConfig config;

    /** One for each event loop: a request goes on and comes back on the loop that took it. */
    private final ThreadLocal<HttpClient> clients = ThreadLocal.withInitial(this::open);

    private final Queue<HttpClient> opened = new ConcurrentLinkedQueue<>();

    Proxy(Vertx vertx, ProxyConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    private HttpClient open() {
        HttpClient client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setMaxPoolSize(config.connections())
                                .setConnectTimeout((int) config.connectTimeout().toMillis())
                                .setKeepAliveTimeout(60)
                                .setPoolCleanerPeriod(5_000));
        opened.add(client);
        return client;
    }

    /** Throws where the request itself says that its body is over the limit. */
    private static void requireBodyWithinLimit(HttpServerRequest request, Upstream upstream) {
        String length = request.getHeader("Content-Length");
        long largest = upstream.largestBody();
        if (length != null && (length.length() > 18 || Long.parseLong(length) > largest)) {
            throw new BodyTooLarge(largest);
        }
    }

    /** Whether a service says that it is ready. Never fails. */
    public Uni<Boolean> isReady(Upstream upstream, Duration patience) {
        return Uni.createFrom()
                .completionStage(
                        () ->
                                clients.get()
                                        .request(
                                                HttpMethod.GET,
                                                upstream.port(),
                                                upstream.host(),
                                                "/health/ready")
                                        .compose(HttpClientRequest::send)
                                        .compose(in -> in.end().map(in.statusCode() == 200))
                                        .toCompletionStage())
                .ifNoItem()
                .after(patience)
                .recoverWithItem(false)
                .onFailure()
                .recoverWithItem(false);
    }

    /** Asks a service and reads all that it answers. Call on an event loop. */
    public Uni<Reply> ask(Question question) {
        return Uni.createFrom()
                .completionStage(() -> sent(question).toCompletionStage())
                .ifNoItem()
                .after(config.answerTimeout())
                .failWith(() -> new UpstreamTimeout(slow(question.upstream())))
                .onFailure(failure -> !(failure instanceof AtollException))
                .transform(
                        failure -> {
                            LOG.debugf("%s: %s", question, failure);
                            return away(question.upstream());
                        });
    }

    private Future<Reply> sent(Question question) {
        var options =
                new RequestOptions()
                        .setHost(question.upstream().host())
                        .setPort(question.upstream().port())
                        .setMethod(question.method())
                        .setURI(question.uri())
                        .putHeader("Authorization", "Bearer " + question.bearer())
                        .putHeader("Content-Type", "application/json")
                        .putHeader("traceparent", question.traceparent());
        question.attempt().ifPresent(id -> options.putHeader(Caller.ATTEMPT_HEADER, id.toString()));
        question.ifMatch().ifPresent(tag -> options.putHeader("If-Match", tag));
        return clients.get()
                .request(options)
                .compose(up -> question.body().map(up::send).orElseGet(up::send))
                .compose(
                        in ->
                                in.body()
                                        .map(
                                                body ->
                                                        new Reply(
                                                                in.statusCode(),
                                                                in.headers(),
                                                                body)));
    }

    /**
     * Throws where the request itself says that its body is over the limit.
     *
     * @param refuse answers a refusal, while nothing of an answer has been written yet
     */
    public void forward(HttpServerRequest request, Forwarding to, Consumer<AtollException> refuse) {
        requireBodyWithinLimit(request, to.upstream());
        request.pause();
        clients.get()
                .request(options(request, to))
                .onSuccess(up -> exchange(request, up, to, refuse))
                .onFailure(
                        failure -> {
                            LOG.debugf("No connection to %s: %s", to.upstream().name(), failure);
                            refuse.accept(away(to.upstream()));
                        });
    }

    private void exchange(
            HttpServerRequest request,
            HttpClientRequest up,
            Forwarding to,
            Consumer<AtollException> refuse) {
        var exchange = new Exchange(request, up, to, refuse);
        long timer =
                vertx.setTimer(
                        config.answerTimeout().toMillis(),
                        late -> exchange.fail(new UpstreamTimeout(slow(to.upstream()))));
        up.response()
                .onComplete(
                        answer -> {
                            vertx.cancelTimer(timer);
                            if (answer.succeeded()) {
                                exchange.answer(answer.result());
                            } else {
                                exchange.fail(broken(to.upstream()));
                            }
                        });
        exchange.send();
    }

    private static RequestOptions options(HttpServerRequest request, Forwarding to) {
        var headers = HeaderRules.forward(request.headers());
        to.headers().forEach(headers::set);
        return new RequestOptions()
                .setHost(to.upstream().host())
                .setPort(to.upstream().port())
                .setMethod(request.method())
                .setURI(to.uri())
                .setHeaders(headers);
    }

    private static AtollException away(Upstream upstream) {
        return new Unavailable(upstream.name() + " does not answer. Try again in a moment.");
    }

    private static AtollException broken(Upstream upstream) {
        return new UpstreamFailed(
                upstream.name() + " ended the connection before it answered. Try again.");
    }

    private static String slow(Upstream upstream) {
        return upstream.name() + " takes too long to answer.";
    }

    @PreDestroy
    void stop() {
        opened.forEach(HttpClient::close);
    }
}
