package io.atoll.gateway.door;

import io.atoll.gateway.identity.access.GatewayConfig;
import io.atoll.gateway.identity.access.KeyRing;
import io.atoll.gateway.identity.access.Refusal;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start where passwords and tokens would cross a network in the clear. */
@ApplicationScoped
class BindRules {
    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|::1|\\[::1]");

    private final GatewayConfig config;
    private final String host;
    private final Optional<String> certificate;
    private final String withoutTls;
    private final KeyRing keys;

    /**
     * @param withoutTls what becomes of requests without TLS: enabled, redirect or disabled
     */
    BindRules(
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.ssl.certificate.files")
                    Optional<String> certificate,
            @ConfigProperty(name = "quarkus.http.insecure-requests", defaultValue = "enabled")
                    String withoutTls,
            KeyRing keys) {
        this.config = config;
        this.host = host;
        this.certificate = certificate;
        this.withoutTls = withoutTls;
        this.keys = keys;
    }

    /** First of all observers: the keys are read now, not at the first request. */
    void onStart(@Observes @Priority(1) StartupEvent event) {
        keys.requireRead();
        if (!config.insecure()) {
            objection(host, certificate.isPresent(), withoutTls)
                    .ifPresent(
                            sentence -> {
                                throw Refusal.of(sentence);
                            });
        }
    }

    /** What stands against listening so; empty where nothing does. */
    static Optional<String> objection(String host, boolean hasCertificate, String withoutTls) {
        boolean open = !hasCertificate || withoutTls.equalsIgnoreCase("enabled");
        if (THIS_MACHINE.matcher(host).matches() || !open) {
            return Optional.empty();
        }
        return Optional.of(
                "it would listen on "
                        + host
                        + " without TLS; set quarkus.http.ssl.certificate.files and .key-files, and"
                        + " quarkus.http.insecure-requests=redirect, or"
                        + " ATOLL_GATEWAY_INSECURE=true behind a proxy that has TLS.");
    }
}
