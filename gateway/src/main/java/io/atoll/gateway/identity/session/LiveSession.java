package io.atoll.gateway.identity.session;

import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.rights.grant.HeldGrant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A sign-in that was good when it was read, with what its user held then. */
@SuppressWarnings("ArrayRecordComponent") // compared by id only
public record LiveSession(
        UUID id,
        String subject,
        SignInKind kind,
        byte[] secretHash,
        Instant expiresAt,
        boolean passwordDue,
        List<HeldGrant> held) {

    public LiveSession {
        held = List.copyOf(held);
    }

    /** With the grants that are in effect now. */
    public Identity identity(Instant now) {
        return new Identity(
                subject, Identity.USER, id, passwordDue, HeldGrant.inEffect(held, now), null);
    }
}
