package io.atoll.ops.endpoint;

/**
 * @param host a name or an IP address without brackets
 */
record HostPort(String host, int port) {

    /** Reads {@code host:port}, an IPv6 address in brackets. */
    static HostPort of(String address) {
        int colon = address.lastIndexOf(':');
        var host = address.substring(0, colon).replace("[", "").replace("]", "");
        return new HostPort(host, Integer.parseInt(address.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
