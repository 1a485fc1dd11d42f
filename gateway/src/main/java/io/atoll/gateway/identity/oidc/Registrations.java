package io.atoll.gateway.identity.oidc;

import io.atoll.gateway.identity.access.Refusal;
import io.atoll.gateway.identity.provider.OidcConfig;
import io.atoll.gateway.identity.provider.Registration;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The registration that the settings make, if any. Half of one ends the start. */
@ApplicationScoped
class Registrations {
    private final OidcConfig config;
    private Optional<Registration> registration = Optional.empty();

    Registrations(OidcConfig config) {
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        registration = config.issuer().map(this::read);
    }

    Optional<Registration> find() {
        return registration;
    }

    private Registration read(String issuer) {
        try {
            GroupMapping.of(config);
            return new Registration(
                    issuer,
                    config.clientId().orElseThrow(() -> missing("client-id")),
                    config.clientSecret().or(() -> config.clientSecretFile().map(this::secret)),
                    redirect(config.publicUrl().orElseThrow(() -> missing("public-url"))));
        } catch (IllegalArgumentException e) {
            throw Refusal.of("the settings atoll.oidc are wrong: " + e.getMessage() + ".");
        }
    }

    private static URI redirect(URI publicUrl) {
        Registration.requireSafe(publicUrl);
        String base = publicUrl.toString().replaceAll("/+$", "");
        return URI.create(base + Registration.CALLBACK);
    }

    private String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            throw new IllegalArgumentException("client-secret-file cannot be read");
        }
    }

    private static IllegalArgumentException missing(String setting) {
        return new IllegalArgumentException("with an issuer, " + setting + " is needed");
    }
}
