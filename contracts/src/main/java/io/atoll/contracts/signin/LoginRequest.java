package io.atoll.contracts.signin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Signs a user in with a password. */
public record LoginRequest(
        @NotNull @Size(min = 1, max = 63) String username,
        @NotNull @Size(min = 1, max = 1000) String password) {

    @Override
    public String toString() {
        return "LoginRequest[username=" + username + "]";
    }
}
