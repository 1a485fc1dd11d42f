package io.atoll.gateway.identity.key;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Rights;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.rights.grant.HeldGrant;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that was good when it was read, with what its owner held then.
 *
 * @param previousHash of the secret before the last rotation
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LiveKey(
        UUID id,
        String name,
        String owner,
        byte[] hash,
        byte @Nullable [] previousHash,
        @Nullable Instant previousUntil,
        Instant expiresAt,
        Set<Permission> scopes,
        Set<String> clusters,
        List<HeldGrant> held) {

    LiveKey {
        scopes = Permission.withImplied(scopes);
        clusters = Set.copyOf(clusters);
        held = List.copyOf(held);
    }

    /** In constant time for each of the two secrets. */
    boolean admits(KeySecret shown, Instant now) {
        byte[] hash = shown.hash();
        boolean current = MessageDigest.isEqual(hash, this.hash);
        boolean previous =
                previousHash != null
                        && previousUntil != null
                        && now.isBefore(previousUntil)
                        && MessageDigest.isEqual(hash, previousHash);
        return (current || previous) && now.isBefore(expiresAt);
    }

    /** What the owner may now, of that the scopes, on the clusters. */
    Identity identity(Instant now) {
        List<Grant> grants =
                new Rights(HeldGrant.inEffect(held, now)).limitedTo(scopes, clusters).grants();
        var used = new Identity.UsedKey(KeyId.wire(id), name);
        return new Identity(owner, Identity.KEY, id, false, GrantMerger.merge(grants), used);
    }

    /** What the identity changes with by itself. */
    boolean isSteady() {
        return held.stream().allMatch(h -> h.endsAt() == null);
    }
}
