package io.atoll.web.people;

import io.atoll.contracts.grant.UserGroupView;
import io.atoll.web.grant.GrantLook;
import java.time.Instant;
import java.util.List;

/** A group as a line of the list, with the first of its grants. */
public record UserGroupRow(UserGroupView group, List<GrantLook> grants) {

    static List<UserGroupRow> of(List<UserGroupView> groups, Instant now) {
        return groups.stream()
                .map(g -> new UserGroupRow(g, GrantLook.of(g.grants(), now)))
                .toList();
    }

    public List<GrantLook> first() {
        return grants.stream().limit(UserRow.SHOWN).toList();
    }

    public int more() {
        return Math.max(0, grants.size() - UserRow.SHOWN);
    }
}
