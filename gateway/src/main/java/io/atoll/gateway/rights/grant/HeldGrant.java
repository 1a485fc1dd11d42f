package io.atoll.gateway.rights.grant;

import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.contracts.grant.GrantView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A grant that a user holds.
 *
 * @param group through which, null for a grant of the user's own
 * @param grant with the permissions of its role
 * @param reason of the elevation that lasts
 * @param elevatedUntil null while no elevation lasts
 */
public record HeldGrant(
        GrantView view,
        @Nullable String group,
        Grant grant,
        @Nullable String reason,
        @Nullable Instant elevatedUntil) {

    /** Those in effect, as they travel. */
    public static List<Grant> inEffect(List<HeldGrant> held, Instant now) {
        return held.stream().filter(h -> h.isInEffect(now)).map(HeldGrant::grant).toList();
    }

    public boolean isInEffect(Instant now) {
        return !isOver(now)
                && (view.elevationMinutes() == null
                        || (elevatedUntil != null && now.isBefore(elevatedUntil)));
    }

    /** Its time has passed: it gives nothing any more, asked for or not. */
    public boolean isOver(Instant now) {
        Instant expires = view.expiresAt();
        return expires != null && !now.isBefore(expires);
    }

    /** When it ends by itself, null where it does not. */
    public @Nullable Instant endsAt() {
        return Stream.of(view.expiresAt(), elevatedUntil)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    static Grant grant(GrantView view, @Nullable Set<Permission> ofOwnRole) {
        return new Grant(
                view.role(),
                permissions(view, ofOwnRole),
                view.environment(),
                view.tag(),
                view.cluster(),
                view.names());
    }

    /** A role that is no more gives nothing. */
    private static Set<Permission> permissions(
            GrantView view, @Nullable Set<Permission> ofOwnRole) {
        if (ofOwnRole != null) {
            return Permission.withImplied(ofOwnRole);
        }
        return Stream.of(Role.values())
                .filter(r -> r.wire().equals(view.role()))
                .findFirst()
                .map(Role::permissions)
                .orElse(Set.of());
    }
}
