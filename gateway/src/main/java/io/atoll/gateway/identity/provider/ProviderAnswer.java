package io.atoll.gateway.identity.provider;

/** A provider that answers otherwise than it should, or not at all. Never holds what it sent. */
public final class ProviderAnswer extends RuntimeException {

    public ProviderAnswer(String message) {
        super(message);
    }
}
