package io.atoll.contracts.grant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Puts a grant that waits for it in effect for a while.
 *
 * @param grant id of a grant with {@code elevation_minutes}
 * @param reason why now; it stands in the audit
 * @param minutes at most those of the grant
 */
public record ElevationRequest(
        @NotNull @Size(max = 36) String grant,
        @NotNull
                @Size(min = 10, max = 500)
                @Pattern(regexp = RoleRequest.TEXT, message = RoleRequest.TEXT_MESSAGE)
                String reason,
        @NotNull @Min(1) @Max(1440) Integer minutes) {}
