package io.atoll.web.account;

import io.atoll.contracts.access.ApiKeyView;
import io.atoll.contracts.access.Permission;
import io.atoll.web.client.Partial;
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

    static Partial<List<KeyLook>> all(Partial<List<ApiKeyView>> keys, Instant now) {
        List<ApiKeyView> there = keys.value();
        List<KeyLook> looks =
                there == null ? null : there.stream().map(k -> KeyLook.of(k, now)).toList();
        return new Partial<>(looks, keys.reason());
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
