package io.atoll.gateway.identity.session;

import io.atoll.gateway.identity.access.Ticket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The refresh tokens of one sign-in, each made from the one before it and a seed that only the
 * database knows. So a repeated exchange can give the same successor though only hashes are stored.
 *
 * <pre>
 * current token                    → Next: its successor becomes the current
 * the one before, within the window → Replay: the successor again, nothing changes
 * anything else                    → Reuse: somebody has a copy, the sign-in ends
 * </pre>
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RefreshChain(
        UUID signIn,
        String subject,
        byte[] currentHash,
        byte @Nullable [] previousHash,
        @Nullable Instant rotatedAt,
        byte[] seed) {

    sealed interface Step {}

    record Next(Ticket successor) implements Step {}

    record Replay(Ticket successor) implements Step {}

    record Reuse() implements Step {}

    Step exchange(Ticket shown, Instant now, Duration window) {
        if (shown.matches(currentHash)) {
            return new Next(successor(shown));
        }
        boolean lately = rotatedAt != null && now.isBefore(rotatedAt.plus(window));
        if (lately && previousHash != null && MessageDigest.isEqual(shown.hash(), previousHash)) {
            return new Replay(successor(shown));
        }
        return new Reuse();
    }

    private Ticket successor(Ticket shown) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return new Ticket(signIn, mac.doFinal(shown.secret()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
