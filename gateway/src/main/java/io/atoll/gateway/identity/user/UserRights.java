package io.atoll.gateway.identity.user;

import io.atoll.contracts.access.Permission;
import io.atoll.gateway.rights.grant.Ceiling;
import io.atoll.gateway.rights.grant.HeldQueries;
import io.atoll.kit.access.CallerContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who may manage users: only who may everywhere, and no user who holds more than itself. An admin
 * of one environment who could change users could give itself the rest.
 */
@ApplicationScoped
public class UserRights {
    private final CallerContext context;
    private final Ceiling ceiling;
    private final HeldQueries held;

    UserRights(CallerContext context, Ceiling ceiling, HeldQueries held) {
        this.context = context;
        this.ceiling = ceiling;
        this.held = held;
    }

    void requireManager() {
        ceiling.require(Permission.USER_MANAGE);
    }

    boolean isSelf(String name) {
        return context.caller().subject().equals(name);
    }

    /** The name, where the caller may take from it. */
    public Uni<String> managed(String name) {
        requireManager();
        return held.ofUser(name).invoke(ceiling::requireCovers).replaceWith(name);
    }

    /** The name, where the caller could give all that goes with the account. */
    Uni<String> entrusted(String name) {
        requireManager();
        return held.ofUser(name).call(ceiling::requireGivableAll).replaceWith(name);
    }
}
