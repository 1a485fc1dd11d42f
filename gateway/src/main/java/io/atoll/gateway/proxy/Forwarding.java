package io.atoll.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One request to be forwarded.
 *
 * @param uri raw path and query for the service
 * @param bearer token for the service, empty where it needs none
 * @param traceparent of this request
 * @param answerHeaders last change to the headers of the answer
 */
public record Forwarding(
        Upstream upstream,
        String uri,
        Optional<String> bearer,
        String traceparent,
        Consumer<MultiMap> answerHeaders) {}
