package io.atoll.gateway.door.proxy;

import io.atoll.kit.problem.Trace;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import java.util.UUID;

/**
 * What the gateway itself asks of a service.
 *
 * @param uri raw path and query
 * @param bearer token for the service
 * @param attempt entry of the audit that this belongs to, empty for none
 * @param ifMatch the header of that name, empty for none
 * @param body JSON, empty for none
 */
public record Question(
        Upstream upstream,
        HttpMethod method,
        String uri,
        String bearer,
        String traceparent,
        Optional<UUID> attempt,
        Optional<String> ifMatch,
        Optional<Buffer> body) {

    static Question get(Upstream upstream, String uri, String bearer) {
        var trace = Trace.current().orElseGet(Trace::fresh);
        return new Question(
                upstream,
                HttpMethod.GET,
                uri,
                bearer,
                trace.traceparent(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Question matching(String tag) {
        return new Question(
                upstream, method, uri, bearer, traceparent, attempt, Optional.of(tag), body);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return method + " " + uri + " of " + upstream.name();
    }
}
