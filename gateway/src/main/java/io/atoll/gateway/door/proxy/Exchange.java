package io.atoll.gateway.door.proxy;

import io.atoll.gateway.identity.access.Visitor;
import io.atoll.kit.problem.Problems;
import io.atoll.kit.refusal.AtollException;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.function.Consumer;

/**
 * One request on its way. All methods run on the event loop of the request. Ends in exactly one of:
 * answered, refused, broken off. When one side goes away the other is reset, so that nobody works
 * for nobody.
 *
 * <p>A service may answer before it has the whole body. The rest is not passed on to it then, and
 * the connection to it is closed after the answer: the next request on that connection would be
 * taken for the rest of this one.
 */
final class Exchange {
    private static final int NOT_FOUND = 404;

    private final HttpServerRequest request;
    private final HttpServerResponse out;
    private final HttpClientRequest up;
    private final Forwarding to;
    private final Consumer<AtollException> refuse;
    private final long largestBody;
    private long received;

    /** The whole request is on its way to the service. */
    private boolean sent;

    private boolean over;

    Exchange(
            HttpServerRequest request,
            HttpClientRequest up,
            Forwarding to,
            Consumer<AtollException> refuse) {
        this.request = request;
        this.out = request.response();
        this.up = up;
        this.to = to;
        this.refuse = refuse;
        this.largestBody = to.upstream().largestBody();
    }

    void send() {
        out.closeHandler(_ -> breakOff());
        up.exceptionHandler(_ -> {});
        if (!hasBody()) {
            request.resume();
            sendEnd();
            return;
        }
        if (!up.headers().contains("Content-Length")) {
            up.setChunked(true);
        }
        request.exceptionHandler(_ -> breakOff());
        request.endHandler(_ -> sendEnd());
        request.handler(this::forwardPart);
        request.resume();
    }

    private void sendEnd() {
        if (!over) {
            sent = true;
            up.end();
        }
    }

    private boolean hasBody() {
        String length = request.getHeader("Content-Length");
        if (length != null) {
            return !length.equals("0");
        }
        boolean framed = request.version() == HttpVersion.HTTP_2 && !Visitor.isSafe(request);
        return framed || request.getHeader("Transfer-Encoding") != null;
    }

    private void forwardPart(Buffer part) {
        received += part.length();
        if (over) {
            return;
        }
        if (received > largestBody) {
            fail(new BodyTooLarge(largestBody));
            return;
        }
        up.write(part);
        if (up.writeQueueFull()) {
            request.pause();
            up.drainHandler(_ -> request.resume());
        }
    }

    void answer(HttpClientResponse in) {
        if (over) {
            return;
        }
        over = true;
        if (in.statusCode() == NOT_FOUND && in.headers().contains(Problems.HIDES_HEADER)) {
            to.hides().run();
        }
        out.setStatusCode(in.statusCode());
        HeaderRules.back(in.headers(), out.headers(), to.upstream().origin());
        to.answerHeaders().accept(out.headers());
        boolean head = request.method().equals(HttpMethod.HEAD);
        if (!out.headers().contains("Content-Length") && !head && mayHaveBody(in.statusCode())) {
            out.setChunked(true);
        }
        if (!sent) {
            letBodyPass();
        }
        in.pipe().endOnFailure(false).to(out).onComplete(this::answered);
    }

    /** The rest of a body that nobody waits for. */
    private void letBodyPass() {
        if (request.version() != HttpVersion.HTTP_2) {
            out.putHeader("Connection", "close");
        }
        request.resume();
    }

    private void answered(AsyncResult<Void> whole) {
        if (whole.failed()) {
            out.reset();
        }
        if (whole.failed() || !sent) {
            up.reset();
        }
    }

    private static boolean mayHaveBody(int status) {
        return status != 204 && status != 304;
    }

    /** Refuses, where nothing has been answered. */
    void fail(AtollException refusal) {
        if (over) {
            return;
        }
        over = true;
        up.reset();
        if (!out.ended() && !out.closed()) {
            refuse.accept(refusal);
        }
    }

    private void breakOff() {
        over = true;
        up.reset();
    }
}
