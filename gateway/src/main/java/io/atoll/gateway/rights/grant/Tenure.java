package io.atoll.gateway.rights.grant;

import io.atoll.contracts.access.Permission;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How long somebody has what it has on all clusters: by the grant that lasts longest. Pure.
 *
 * @param until {@link Instant#MAX} for good
 */
record Tenure(Map<Permission, Instant> until) {

    static Tenure of(List<HeldGrant> held, Instant now) {
        var until = new EnumMap<Permission, Instant>(Permission.class);
        held.stream()
                .filter(h -> h.isInEffect(now) && h.grant().isEverywhere())
                .forEach(
                        h ->
                                h.grant()
                                        .permissions()
                                        .forEach(p -> until.merge(p, end(h), Tenure::later)));
        return new Tenure(until);
    }

    private static Instant end(HeldGrant held) {
        return Objects.requireNonNullElse(held.endsAt(), Instant.MAX);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** When the first of what is given ends here, where any is given for longer. */
    Optional<Instant> endsBefore(Collection<Gift> gifts) {
        return gifts.stream()
                .flatMap(g -> g.permissions().stream().map(this::end).filter(g::outlasts))
                .min(Instant::compareTo);
    }

    private Instant end(Permission permission) {
        return until.getOrDefault(permission, Instant.MIN);
    }
}
