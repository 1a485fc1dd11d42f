package io.atoll.contracts.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Sets a password; everything that the user has signed in ends.
 *
 * @param oldPassword needed where users change their own
 * @param newPassword 12 to 200 characters
 */
public record PasswordRequest(
        @Nullable @Size(max = 1000) String oldPassword,
        @NotNull @Size(min = 12, max = 200) String newPassword) {

    @Override
    public String toString() {
        return "PasswordRequest[]";
    }
}
