package io.atoll.contracts.grant;

import io.atoll.contracts.audit.Audited;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group: its members have its grants besides their own. */
public record UserGroupView(
        String name, @Nullable String description, List<String> members, List<GrantView> grants)
        implements Audited {

    public UserGroupView {
        members = List.copyOf(members);
        grants = List.copyOf(grants);
    }
}
