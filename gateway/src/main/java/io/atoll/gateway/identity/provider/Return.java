package io.atoll.gateway.identity.provider;

import org.jspecify.annotations.Nullable;

/**
 * What a browser comes back from the provider with; anybody may have written it.
 *
 * @param browser from the cookie
 */
public record Return(
        @Nullable String state,
        @Nullable String code,
        @Nullable String issuer,
        @Nullable String error,
        @Nullable String browser) {

    @Override
    public String toString() {
        return "Return[]";
    }
}
