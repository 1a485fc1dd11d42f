package io.atoll.contracts.grant;

import io.atoll.contracts.access.Permission;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role of one's own.
 *
 * @param name needed where it is made; where it is changed the path says it
 * @param permissions what they imply is given with them
 */
public record RoleRequest(
        @Nullable @Pattern(regexp = NAME, message = NAME_MESSAGE) String name,
        @Nullable
                @Size(max = 500)
                @Pattern(regexp = RoleRequest.TEXT, message = RoleRequest.TEXT_MESSAGE)
                String description,
        @NotEmpty @Size(max = 100) Set<@NotNull Permission> permissions) {

    /** Any text but control and invisible characters; lines may end, and emoji may be joined. */
    static final String TEXT = "[^\\p{C}\\u2028\\u2029&&[^\\r\\n\\t\\u200d]]*";

    static final String TEXT_MESSAGE = "must be printable";
    static final String NAME = "[a-z]([a-z0-9-]{0,61}[a-z0-9])?";
    static final String NAME_MESSAGE = "must be small letters, digits or '-', at most 63";
}
