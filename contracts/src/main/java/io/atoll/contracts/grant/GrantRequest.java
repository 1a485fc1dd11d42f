package io.atoll.contracts.grant;

import io.atoll.contracts.access.NamePattern;
import io.atoll.contracts.access.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gives a role on all clusters, or on those that match. At most one of environment, tag and cluster
 * is set; none of them means all clusters.
 *
 * @param role built-in or own
 * @param tag written {@code key=value}
 * @param names only topics, groups or queues of these names
 * @param expiresAt ends by itself then
 * @param elevationMinutes the grant is in effect only after the holder has asked for it with a
 *     reason, for at most so long
 */
public record GrantRequest(
        @NotNull @Pattern(regexp = RoleRequest.NAME, message = RoleRequest.NAME_MESSAGE)
                String role,
        @Nullable @Size(max = 63) String environment,
        @Nullable @Size(max = 200) String tag,
        @Nullable @Size(max = 63) String cluster,
        @Nullable @Valid NamePattern names,
        @Nullable Instant expiresAt,
        @Nullable @Min(1) @Max(1440) Integer elevationMinutes) {

    public static GrantRequest everywhere(Role role) {
        return new GrantRequest(role.wire(), null, null, null, null, null, null);
    }
}
