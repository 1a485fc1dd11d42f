package io.atoll.gateway.door.rule;

import io.atoll.gateway.door.route.Route;
import io.atoll.gateway.door.route.RouteAccess;
import io.atoll.gateway.door.route.Service;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.kit.refusal.Forbidden;
import io.atoll.kit.refusal.Malformed;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where API keys have no place: in addresses, and on routes about who somebody is. */
public final class KeyPlaces {
    private static final Pattern NAMED =
            Pattern.compile("(?i)(^|&)(x-)?api[-_]?key=|(^|[&=])atl(_|%5f)[0-9a-z]{22}(_|%5f)");

    /** What a key may ask about itself. */
    private static final Set<String> ABOUT_ITSELF = Set.of("/api/v1/auth/me", "/api/v1/limits/me");

    /** Addresses end up in logs, histories and links: a key there is known to others. */
    public static boolean holdsKey(@Nullable String query) {
        return query != null && NAMED.matcher(query).find();
    }

    public static Malformed inAddress() {
        return new Malformed(
                "A key has no place in an address: send it in the header X-API-Key. Revoke this"
                        + " one if it is real.");
    }

    /** A key that is stolen must not make others, nor change how its owner signs in. */
    public static void requireAllowed(Identity identity, Route route) {
        boolean about =
                route.service() == Service.GATEWAY
                        && route.access() instanceof RouteAccess.SignedIn
                        && !ABOUT_ITSELF.contains(route.template());
        if (about) {
            requireNone(identity);
        }
    }

    public static void requireNone(Identity identity) {
        if (identity.isKey()) {
            throw new Forbidden("An API key cannot do this: sign in.");
        }
    }

    private KeyPlaces() {}
}
