package io.atoll.gateway.rights.grant;

import io.atoll.contracts.access.Permission;
import io.atoll.kit.access.Caller;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.refusal.Forbidden;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Nobody gives, or takes over, more than it has, nor for longer: who manages users could else make
 * itself anything, and who has a right for an hour could keep it.
 */
@ApplicationScoped
public class Ceiling {
    private final CallerContext context;
    private final HeldQueries held;
    private final Clock clock;

    Ceiling(CallerContext context, HeldQueries held, Clock clock) {
        this.context = context;
        this.held = held;
        this.clock = clock;
    }

    /** The caller, where it has the permission on all clusters. */
    public Caller require(Permission permission) {
        Caller caller = context.caller();
        if (!caller.mayEverywhere(permission)) {
            throw new Forbidden(
                    "You may not do this: it needs " + permission + " on all clusters.");
        }
        return caller;
    }

    /** For what takes away: that may be done by who has it for a time. */
    public void requireCovers(Collection<Permission> given) {
        Caller caller = context.caller();
        var missing =
                given.stream()
                        .filter(p -> !caller.mayEverywhere(p))
                        .distinct()
                        .sorted()
                        .map(Permission::name)
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new Forbidden("You cannot give what you do not have everywhere: " + missing);
        }
    }

    /** Of grants that somebody holds: who acts on that somebody must have as much. */
    public void requireCovers(List<HeldGrant> held) {
        held.forEach(h -> requireCovers(h.grant().permissions()));
    }

    /** Fails unless the caller has all of it everywhere, and for at least as long. */
    public Uni<Void> requireGivable(List<Gift> gifts) {
        requireCovers(gifts.stream().flatMap(g -> g.permissions().stream()).toList());
        return held.ofUser(context.caller().subject())
                .map(all -> Tenure.of(all, clock.instant()))
                .invoke(tenure -> tenure.endsBefore(gifts).ifPresent(Ceiling::refuse))
                .replaceWithVoid();
    }

    /** As {@link #requireGivable}, for a membership or an account with what goes with it. */
    public Uni<Void> requireGivableAll(List<HeldGrant> grants) {
        return requireGivable(Gift.of(grants, clock.instant()));
    }

    private static void refuse(Instant end) {
        throw new Forbidden(
                "You have some of this only until "
                        + end
                        + ": it cannot be given for longer. A grant with expires_at may end by"
                        + " then.");
    }
}
