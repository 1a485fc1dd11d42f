package io.atoll.contracts.access;

import io.atoll.contracts.audit.Audited;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user.
 *
 * @param disabled may not sign in; what was signed in has ended
 * @param grants of its own
 * @param groups whose grants it has, too
 * @param lastSignInAt absent before the first
 */
public record UserView(
        String name,
        boolean disabled,
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
