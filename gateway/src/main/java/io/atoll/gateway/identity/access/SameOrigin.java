package io.atoll.gateway.identity.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a request that a browser sends with its cookie comes from a page of ours. Sec-Fetch-Site
 * decides where the browser sends it, else Origin against Host. Neither of the two: not a browser's
 * form or script, refused too.
 */
public final class SameOrigin {

    public static boolean holds(
            Optional<String> secFetchSite, Optional<String> origin, Optional<String> host) {
        if (secFetchSite.isPresent()) {
            return secFetchSite.get().equals("same-origin");
        }
        return origin.isPresent()
                && host.isPresent()
                && authority(origin.get()).equals(Optional.of(lower(host.get())));
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority()).map(SameOrigin::lower);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private SameOrigin() {}
}
