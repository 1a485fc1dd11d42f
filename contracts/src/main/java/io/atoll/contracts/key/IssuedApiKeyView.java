package io.atoll.contracts.key;

/**
 * A key with its secret, the one time that it is told.
 *
 * @param key for the header {@code X-API-Key}
 */
public record IssuedApiKeyView(String id, String key, ApiKeyView apiKey) {

    @Override
    public String toString() {
        return "IssuedApiKeyView[" + id + "]";
    }
}
