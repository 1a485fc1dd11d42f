package io.atoll.gateway.session;

import io.atoll.contracts.access.Grant;
import io.atoll.gateway.access.Identity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A sign-in that was good when it was read, with its user's grants then. */
@SuppressWarnings("ArrayRecordComponent") // compared by id only
public record LiveSession(
        UUID id,
        String subject,
        SignInKind kind,
        byte[] secretHash,
        Instant expiresAt,
        List<Grant> grants) {

    public LiveSession {
        grants = List.copyOf(grants);
    }

    Identity identity() {
        return new Identity(subject, Identity.USER, id, grants);
    }
}
