package io.atoll.contracts.grant;

import io.atoll.contracts.audit.Audited;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grant that can be asked for, and until when it is in effect.
 *
 * @param group through which it is held, absent for a grant of the user's own
 * @param reason given for the elevation that lasts
 * @param endsAt absent while it is not in effect
 */
public record ElevationView(
        GrantView grant, @Nullable String group, @Nullable String reason, @Nullable Instant endsAt)
        implements Audited {}
