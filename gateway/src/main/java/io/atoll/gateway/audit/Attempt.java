package io.atoll.gateway.audit;

import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.Identity.UsedKey;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's try at something, as it is known before its end.
 *
 * @param entry binds the rows of the attempt together
 * @param action operation of the API, or a word of the gateway
 */
public record Attempt(UUID entry, Who who, String action, What what) {

    /**
     * @param subject absent where nobody has signed in
     * @param key that the subject acted by, absent for people
     */
    public record Who(
            @Nullable String subject,
            @Nullable String kind,
            @Nullable UsedKey key,
            @Nullable String trace,
            @Nullable String address) {

        /**
         * @param identity empty where nobody has signed in
         */
        public static Who of(
                Optional<Identity> identity, @Nullable String trace, @Nullable String address) {
            return identity.map(i -> new Who(i.subject(), i.kind(), i.key(), trace, address))
                    .orElseGet(() -> new Who(null, null, null, trace, address));
        }
    }

    /**
     * @param path without its query, which may hold anything
     */
    public record What(
            @Nullable String permission,
            @Nullable String cluster,
            @Nullable String method,
            @Nullable String path,
            boolean dryRun) {

        public static final What NOTHING_MORE = new What(null, null, null, null, false);
    }

    public static Attempt of(Who who, String action, What what) {
        return new Attempt(UUID.randomUUID(), who, action, what);
    }
}
