package io.atoll.gateway.identity.key;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.key.ApiKeyView;
import io.atoll.kit.access.Caller;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.refusal.Forbidden;
import io.atoll.kit.refusal.Malformed;
import io.atoll.kit.refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whose keys a caller may look at and revoke: its own, and with API_KEY_MANAGE all. */
@ApplicationScoped
class KeyRights {
    private static final Pattern NAME = Pattern.compile("\\*|[a-z0-9._-]{1,63}");
    private static final String EVERYBODY = "*";

    private final CallerContext context;

    KeyRights(CallerContext context) {
        this.context = context;
    }

    String self() {
        return context.caller().subject();
    }

    /**
     * @param asked a name, {@code *} or nothing: one's own
     * @return empty: of everybody
     */
    Optional<String> owner(Optional<String> asked) {
        String owner = asked.orElse(self());
        if (!NAME.matcher(owner).matches()) {
            throw new Malformed("?owner", "is the name of a user, or *");
        }
        if (!owner.equals(self()) && !manages()) {
            throw new Forbidden(
                    "You may not do this: the keys of others need API_KEY_MANAGE on all clusters.");
        }
        return Optional.of(owner).filter(o -> !o.equals(EVERYBODY));
    }

    /** What the caller may not see is not there. */
    void requireVisible(ApiKeyView key) {
        if (!key.owner().equals(self()) && !manages()) {
            throw NotFound.orHidden(true, KeyId.NOUN, key.id(), List.of());
        }
    }

    /** A new secret is for who may use it. */
    void requireOwn(ApiKeyView key) {
        requireVisible(key);
        if (!key.owner().equals(self())) {
            throw new Forbidden("Only its owner gives a key a new secret. You may revoke it.");
        }
    }

    private boolean manages() {
        Caller caller = context.caller();
        return caller.mayEverywhere(Permission.API_KEY_MANAGE);
    }
}
