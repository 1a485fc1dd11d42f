package io.atoll.gateway.identity.proof;

import io.atoll.gateway.identity.access.Credential;
import io.atoll.gateway.identity.access.Identity;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Finds out whose an API key is. Asked here, answered by who knows keys. */
public interface KeyProof {

    /** Whether there was such a key lately: who shows it has not made it up. */
    boolean remembers(Credential.Key key);

    /** Done at once where it is remembered. Empty for a key that does not hold. */
    CompletableFuture<Optional<Identity>> identify(Credential.Key key);
}
