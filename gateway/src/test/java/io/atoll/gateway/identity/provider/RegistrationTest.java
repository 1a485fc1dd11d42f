package io.atoll.gateway.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {
    private final Registration registration =
            new Registration(
                    "https://id.example/realm",
                    "atoll",
                    Optional.of("hush: hush"),
                    URI.create("https://atoll.example/session/oidc/callback"));

    private static JsonObject document() {
        return new JsonObject()
                .put("issuer", "https://id.example/realm")
                .put("authorization_endpoint", "https://id.example/authorize")
                .put("token_endpoint", "https://id.example/token")
                .put("jwks_uri", "https://id.example/keys");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example",
                "http://127.0.0.1.evil.example",
                "ftp://id.example",
                "https://user@id.example",
                "file:///etc/passwd",
                "id.example"
            })
    void secrets_go_by_tls_or_stay_on_this_machine(String address) {
        assertThatThrownBy(() -> Registration.requireSafe(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                ProviderDocument.of(
                                        document().put("token_endpoint", address), registration))
                .isInstanceOf(ProviderAnswer.class);
    }

    @Test
    void the_document_of_another_issuer_is_refused() {
        assertThat(ProviderDocument.of(document(), registration).token())
                .hasToString("https://id.example/token");
        assertThatThrownBy(
                        () ->
                                ProviderDocument.of(
                                        document().put("issuer", "https://id.example/realm/"),
                                        registration))
                .isInstanceOf(ProviderAnswer.class);
    }

    @Test
    void the_secret_is_in_the_header_alone() {
        assertThat(registration.basic()).hasValue("Basic YXRvbGw6aHVzaCUzQStodXNo");
        assertThat(registration.toString()).doesNotContain("hush");
    }
}
