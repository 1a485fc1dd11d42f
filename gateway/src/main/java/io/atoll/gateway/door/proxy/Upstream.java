package io.atoll.gateway.door.proxy;

import java.net.URI;

/**
 * A service as the proxy sees it.
 *
 * @param name for messages to people
 */
public record Upstream(String name, String host, int port) {

    static Upstream of(String name, URI uri) {
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        return new Upstream(name, uri.getHost(), port);
    }

    /** What its absolute URLs begin with. */
    String origin() {
        return "http://" + host + ":" + port;
    }
}
