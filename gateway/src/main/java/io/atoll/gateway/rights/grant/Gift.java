package io.atoll.gateway.rights.grant;

import io.atoll.contracts.access.Permission;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Permissions that somebody is about to get.
 *
 * @param until when they end by themselves, null where they do not
 */
public record Gift(Set<Permission> permissions, @Nullable Instant until) {

    public Gift {
        permissions = Set.copyOf(permissions);
    }

    public static Gift forGood(Collection<Permission> permissions) {
        return new Gift(Set.copyOf(permissions), null);
    }

    /** What goes with a membership or an account: its grants, in effect or waiting to be asked. */
    public static List<Gift> of(List<HeldGrant> held, Instant now) {
        return held.stream()
                .filter(h -> !h.isOver(now))
                .map(h -> new Gift(h.grant().permissions(), h.view().expiresAt()))
                .toList();
    }

    boolean outlasts(Instant end) {
        return Objects.requireNonNullElse(until, Instant.MAX).isAfter(end);
    }
}
