package io.atoll.contracts.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Credentials at rest.
 *
 * @param fingerprint of the secrets, keyed; absent where there is none
 * @param setAt when they were given
 */
public record HeldCredentials(
        Credentials<Sealed> sealed, @Nullable String fingerprint, Instant setAt) {

    public CredentialsView view() {
        return new CredentialsView(
                sealed.name(), sealed.user(), sealed.trust() != null, fingerprint, setAt);
    }
}
