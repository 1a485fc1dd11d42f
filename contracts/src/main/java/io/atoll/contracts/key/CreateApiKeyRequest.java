package io.atoll.contracts.key;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.atoll.contracts.access.Permission;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new API key of the caller. It may what its owner may at the time, of that the scopes, on these
 * clusters.
 *
 * @param scopes at least one; none that manages users, roles or keys
 * @param clusters ids; absent or empty: no limit
 * @param expiresAt absent: after the configured time
 */
public record CreateApiKeyRequest(
        @NotNull
                @Pattern(
                        regexp = "[A-Za-z0-9][A-Za-z0-9 ._@-]{0,62}",
                        message =
                                "must be letters, digits, spaces, '.', '_', '@' or '-', at most 63")
                String name,
        @NotEmpty @Size(max = 100) Set<@NotNull Permission> scopes,
        @Nullable @Size(max = 50)
                Set<
                                @NotNull
                                @Pattern(
                                        regexp = "[A-Za-z0-9._-]{1,63}",
                                        message = "must be the id of a cluster")
                                String>
                        clusters,
        @Nullable Instant expiresAt) {

    @JsonIgnore
    public Set<String> limit() {
        return clusters == null ? Set.of() : clusters;
    }
}
