package io.atoll.web.people;

import io.atoll.contracts.user.UserView;
import io.atoll.web.grant.GrantLook;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user as a line of the list, with the first of its grants. */
public record UserRow(UserView user, List<GrantLook> grants) {

    static final int SHOWN = 3;

    static List<UserRow> of(List<UserView> users, Instant now) {
        return users.stream().map(u -> new UserRow(u, GrantLook.of(u.grants(), now))).toList();
    }

    public String name() {
        return user.name();
    }

    public boolean disabled() {
        return user.disabled();
    }

    public List<String> groups() {
        return user.groups();
    }

    public @Nullable Instant lastSignInAt() {
        return user.lastSignInAt();
    }

    public List<GrantLook> first() {
        return grants.stream().limit(SHOWN).toList();
    }

    public int more() {
        return Math.max(0, grants.size() - SHOWN);
    }
}
