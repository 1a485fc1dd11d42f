package io.atoll.launcher.secret;

import java.io.IOException;
import java.util.Optional;

/// The first password of the user `admin`. Until it was shown it waits in a file, so that a first
/// start that fails half-way does not lose it; once shown it is kept nowhere.
public record FirstAdmin(SecretStore store) {

    private static final String WAITING = "first-admin-password";
    private static final String SHOWN = "first-admin-shown";

    /// The password to create the user with; empty when an earlier start did.
    public Optional<String> password(Optional<String> chosen) throws IOException {
        if (store.has(SHOWN)) {
            return Optional.empty();
        }
        if (chosen.isPresent()) {
            store.write(WAITING, chosen.get());
        }
        return Optional.of(store.valueOr(WAITING, Passwords::generate));
    }

    public Optional<String> waiting() throws IOException {
        return store.has(SHOWN) ? Optional.empty() : store.read(WAITING);
    }

    public void shown() throws IOException {
        store.write(SHOWN, "");
        store.remove(WAITING);
    }
}
