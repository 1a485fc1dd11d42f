package io.atoll.contracts.signin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Exchanges a refresh token for the next pair of tokens; the token given is spent. */
public record RefreshRequest(@NotNull @Size(min = 1, max = 200) String refreshToken) {

    @Override
    public String toString() {
        return "RefreshRequest[]";
    }
}
