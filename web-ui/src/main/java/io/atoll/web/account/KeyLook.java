package io.atoll.web.account;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.key.ApiKeyView;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A key as a row.
 *
 * @param expired it is good for nothing any more
 * @param overlaps the secret before the last rotation still works
 */
public record KeyLook(ApiKeyView key, boolean expired, boolean overlaps) {

    public static List<KeyLook> all(List<ApiKeyView> keys, Instant now) {
        return keys.stream().map(k -> KeyLook.of(k, now)).toList();
    }

    private static KeyLook of(ApiKeyView key, Instant now) {
        Instant previous = key.previousUntil();
        return new KeyLook(
                key, !key.expiresAt().isAfter(now), previous != null && previous.isAfter(now));
    }

    public String scopes() {
        return key.scopes().stream()
                .sorted()
                .map(Permission::name)
                .collect(Collectors.joining(", "));
    }

    public String clusters() {
        return key.clusters().stream().sorted().collect(Collectors.joining(", "));
    }
}
