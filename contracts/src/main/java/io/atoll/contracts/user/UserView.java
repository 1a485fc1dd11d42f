package io.atoll.contracts.user;

import io.atoll.contracts.audit.Audited;
import io.atoll.contracts.grant.GrantView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user.
 *
 * @param disabled may not sign in; what was signed in has ended
 * @param mustChangePassword the next sign-in leads to nothing but a new password
 * @param grants of its own
 * @param groups whose grants it has, too
 * @param lastSignInAt absent before the first
 */
public record UserView(
        String name,
        boolean disabled,
        boolean mustChangePassword,
        List<GrantView> grants,
        List<String> groups,
        Instant createdAt,
        @Nullable Instant lastSignInAt)
        implements Audited {

    public UserView {
        grants = List.copyOf(grants);
        groups = List.copyOf(groups);
    }
}
