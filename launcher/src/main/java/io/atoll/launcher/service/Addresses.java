package io.atoll.launcher.service;

/// Where the parts listen: the gateway where people open Atoll, all others on 127.0.0.1.
///
/// @param internal base of the internal ports
public record Addresses(String gatewayHost, int gateway, int internal) {

    public int registry() {
        return internal + 1;
    }

    public int provisioner() {
        return internal + 2;
    }

    public int ops() {
        return internal + 3;
    }

    public int web() {
        return internal + 4;
    }

    public int postgres() {
        return internal + 10;
    }

    /// Of the clients; the controller's is the next.
    public int kafka() {
        return internal + 11;
    }

    public int redis() {
        return internal + 13;
    }

    /// Where this machine reaches the gateway.
    String gatewayReachedAt() {
        return gatewayHost.equals("0.0.0.0") ? "127.0.0.1" : gatewayHost;
    }

    String gatewayUrl() {
        return "http://" + gatewayReachedAt() + ":" + gateway;
    }

    static String local(int port) {
        return "http://127.0.0.1:" + port;
    }
}
