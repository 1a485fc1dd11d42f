package io.atoll.gateway.user;

import io.atoll.contracts.access.Permission;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.problem.Forbidden;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who may manage users: only who may everywhere. An admin of one environment who could change users
 * could give itself the rest.
 */
@ApplicationScoped
class UserRights {
    private final CallerContext context;

    UserRights(CallerContext context) {
        this.context = context;
    }

    void requireManager() {
        if (!context.caller().mayEverywhere(Permission.USER_MANAGE)) {
            throw new Forbidden("You may not do this: it needs USER_MANAGE on all clusters.");
        }
    }

    boolean isSelf(String name) {
        return context.caller().subject().equals(name);
    }

    /** The name, where the caller may manage it. */
    String managed(String name) {
        requireManager();
        return name;
    }
}
