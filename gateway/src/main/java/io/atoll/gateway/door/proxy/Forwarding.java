package io.atoll.gateway.door.proxy;

import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One request to be forwarded.
 *
 * @param uri raw path and query for the service
 * @param headers what the gateway itself tells the service
 * @param answerHeaders last change to the headers of the answer
 * @param hides told where the service says that its 404 hides something
 */
public record Forwarding(
        Upstream upstream,
        String uri,
        Map<String, String> headers,
        Consumer<MultiMap> answerHeaders,
        Runnable hides) {

    public Forwarding {
        headers = Map.copyOf(headers);
    }
}
