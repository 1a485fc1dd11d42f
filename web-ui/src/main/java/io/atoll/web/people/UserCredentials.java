package io.atoll.web.people;

import io.atoll.contracts.key.ApiKeyView;
import io.atoll.contracts.signin.SessionView;
import io.atoll.web.account.KeyLook;
import io.atoll.web.client.Partial;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a user is signed in, last use first, and its API keys.
 *
 * @param noSessions why sessions cannot be shown, absent where they are
 * @param noKeys the same of keys
 */
public record UserCredentials(
        List<SessionView> sessions,
        @Nullable String noSessions,
        List<KeyLook> keys,
        @Nullable String noKeys) {

    static UserCredentials of(
            Partial<List<SessionView>> sessions, Partial<List<ApiKeyView>> keys, Instant now) {
        return new UserCredentials(
                sessions.or(List.of()).stream()
                        .sorted(Comparator.comparing(SessionView::lastUsedAt).reversed())
                        .toList(),
                sessions.reason(),
                KeyLook.all(keys.or(List.of()), now),
                keys.reason());
    }
}
