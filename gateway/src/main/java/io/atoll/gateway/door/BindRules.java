package io.atoll.gateway.door;

import io.atoll.gateway.access.GatewayConfig;
import io.atoll.gateway.access.KeyRing;
import io.atoll.gateway.access.Refusal;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start where passwords and tokens would cross a network in the clear. */
@ApplicationScoped
class BindRules {
    private final GatewayConfig config;
    private final String host;
    private final Optional<String> certificate;
    private final KeyRing keys;

    BindRules(
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.ssl.certificate.files")
                    Optional<String> certificate,
            KeyRing keys) {
        this.config = config;
        this.host = host;
        this.certificate = certificate;
        this.keys = keys;
    }

    /** First of all observers: the keys are read now, not at the first request. */
    void onStart(@Observes @Priority(1) StartupEvent event) {
        keys.requireRead();
        if (isExposed(host) && certificate.isEmpty() && !config.insecure()) {
            throw Refusal.of(
                    "it would listen on "
                            + host
                            + " without TLS; set quarkus.http.ssl.certificate.files and"
                            + " .key-files, or ATOLL_GATEWAY_INSECURE=true behind a proxy that"
                            + " has TLS.");
        }
    }

    static boolean isExposed(String host) {
        return !host.equals("localhost")
                && !host.equals("::1")
                && !host.equals("[::1]")
                && !host.startsWith("127.");
    }
}
