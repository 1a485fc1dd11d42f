package io.atoll.contracts.grant;

import io.atoll.contracts.access.Permission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user may do, and why.
 *
 * @param cluster the question was about, absent: anywhere
 * @param resource name of the topic, group or queue it was about
 * @param disabled the user may not sign in: none of this is in effect
 */
public record RightsView(
        String user,
        boolean disabled,
        @Nullable String cluster,
        @Nullable String resource,
        List<Held> permissions) {

    public RightsView {
        permissions = List.copyOf(permissions);
    }

    /** A permission and every grant that gives it. */
    public record Held(Permission permission, List<Because> because) {
        public Held {
            because = List.copyOf(because);
        }
    }

    /**
     * @param group through which the grant is held, absent for a grant of the user's own
     * @param grant id
     * @param limits in words
     * @param endsAt absent for a grant without an end
     */
    public record Because(
            String role,
            @Nullable String group,
            String grant,
            String limits,
            @Nullable Instant endsAt) {}
}
