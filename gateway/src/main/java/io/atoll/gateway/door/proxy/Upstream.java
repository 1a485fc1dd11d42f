package io.atoll.gateway.door.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import java.net.URI;

/**
 * A service as the proxy sees it.
 *
 * @param name for messages to people
 * @param largestBody that it reads, in bytes
 */
public record Upstream(String name, String host, int port, long largestBody) {

    static Upstream of(String name, URI uri, MemorySize largestBody) {
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        return new Upstream(name, uri.getHost(), port, largestBody.asLongValue());
    }

    /** What its absolute URLs begin with. */
    String origin() {
        return "http://" + host + ":" + port;
    }
}
