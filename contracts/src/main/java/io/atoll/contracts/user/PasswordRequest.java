package io.atoll.contracts.user;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Sets a password; everything that the user has signed in ends.
 *
 * @param oldPassword needed where users change their own
 * @param newPassword 12 to 200 characters, neither the name of the user nor the old password
 * @param mustChangePassword of others: absent or true, the user has to choose another at the next
 *     sign-in
 */
public record PasswordRequest(
        @Nullable @Size(max = 1000) String oldPassword,
        @NotNull @Size(min = 12, max = 200) String newPassword,
        @Nullable Boolean mustChangePassword) {

    @JsonIgnore
    public boolean isPasswordFirst() {
        return mustChangePassword == null || mustChangePassword;
    }

    @Override
    public String toString() {
        return "PasswordRequest[]";
    }
}
