package io.atoll.contracts.user;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.atoll.contracts.grant.GrantRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new user.
 *
 * @param password 12 to 200 characters
 * @param mustChangePassword absent: true, the first sign-in leads to nothing but a new password
 * @param grants none: the user can sign in and sees nothing
 */
public record CreateUserRequest(
        @NotNull
                @Pattern(
                        regexp = "[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?",
                        message = "must be small letters, digits, '.', '_' or '-', at most 63")
                String name,
        @NotNull @Size(min = 12, max = 200) String password,
        @Nullable Boolean mustChangePassword,
        @Nullable @Size(max = 100) List<@Valid @NotNull GrantRequest> grants) {

    public CreateUserRequest {
        grants = grants == null ? List.of() : grants;
    }

    @JsonIgnore
    public boolean isPasswordFirst() {
        return mustChangePassword == null || mustChangePassword;
    }

    @Override
    public String toString() {
        return "CreateUserRequest[name=" + name + ", grants=" + grants + "]";
    }
}
