package io.atoll.contracts.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group: its members have its grants besides their own. */
public record UserGroupView(
        String name, @Nullable String description, List<String> members, List<GrantView> grants) {

    public UserGroupView {
        members = List.copyOf(members);
        grants = List.copyOf(grants);
    }
}
