package io.atoll.gateway.grant;

import io.atoll.contracts.access.Permission;
import io.atoll.kit.access.Caller;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.problem.Forbidden;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Nobody gives, or takes over, more than it has: who manages users could else make itself anything.
 */
@ApplicationScoped
public class Ceiling {
    private final CallerContext context;

    Ceiling(CallerContext context) {
        this.context = context;
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

    public void requireCovers(Collection<Permission> given) {
        Caller caller = context.caller();
        var missing =
                given.stream()
                        .filter(p -> !caller.mayEverywhere(p))
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
}
