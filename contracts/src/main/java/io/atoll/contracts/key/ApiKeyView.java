package io.atoll.contracts.key;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.audit.Audited;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key, without its secret.
 *
 * @param owner whose rights it has, as far as scopes and clusters allow
 * @param scopes what it may be used for, besides what that implies
 * @param clusters ids; empty: no limit
 * @param rotatedAt absent before the first rotation
 * @param previousUntil until when the secret before the last rotation works too; absent or past: it
 *     does not
 * @param lastUsedAt to about a minute; absent before the first use
 * @param lastUsedAddress of the socket
 */
public record ApiKeyView(
        String id,
        String name,
        String owner,
        Set<Permission> scopes,
        Set<String> clusters,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant previousUntil,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedAddress)
        implements Audited {

    public ApiKeyView {
        scopes = Set.copyOf(scopes);
        clusters = Set.copyOf(clusters);
    }
}
