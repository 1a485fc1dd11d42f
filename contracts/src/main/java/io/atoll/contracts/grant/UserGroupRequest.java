package io.atoll.contracts.grant;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A group of users.
 *
 * @param name needed where it is made; where it is changed the path says it
 */
public record UserGroupRequest(
        @Nullable
                @Pattern(
                        regexp = "[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?",
                        message = "must be small letters, digits, '.', '_' or '-', at most 63")
                String name,
        @Nullable
                @Size(max = 500)
                @Pattern(regexp = RoleRequest.TEXT, message = RoleRequest.TEXT_MESSAGE)
                String description) {}
