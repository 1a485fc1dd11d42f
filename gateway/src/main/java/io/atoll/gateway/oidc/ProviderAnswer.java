package io.atoll.gateway.oidc;

/** A provider that answers otherwise than it should, or not at all. Never holds what it sent. */
final class ProviderAnswer extends RuntimeException {

    ProviderAnswer(String message) {
        super(message);
    }
}
