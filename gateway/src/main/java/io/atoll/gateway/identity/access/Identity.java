package io.atoll.gateway.identity.access;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Grant;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Rights;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A caller whose credential was checked.
 *
 * @param kind what stands in the claim {@code kind} of internal tokens
 * @param signIn the sign-in or the API key that the credential belongs to; ending it ends the
 *     credential
 * @param passwordDue may do nothing but change its password
 * @param grants as they are now, not as they were when the credential was made
 * @param key the API key that it calls by, absent for people
 */
public record Identity(
        String subject,
        String kind,
        UUID signIn,
        boolean passwordDue,
        List<Grant> grants,
        @Nullable UsedKey key) {

    public static final String USER = "user";
    public static final String KEY = "key";

    /**
     * An API key as people know it.
     *
     * @param name that its owner gave it
     */
    public record UsedKey(String id, String name) {}

    public Identity {
        grants = List.copyOf(grants);
    }

    /** It calls by an API key: about itself it may ask who it is, no more. */
    public boolean isKey() {
        return kind.equals(KEY);
    }

    public Rights rights() {
        return new Rights(grants);
    }

    public boolean may(Permission permission, ClusterScope scope) {
        return rights().may(permission, scope);
    }

    public boolean mayAnywhere(Permission permission) {
        return rights().mayAnywhere(permission);
    }

    public boolean mayEverywhere(Permission permission) {
        return rights().mayEverywhere(permission);
    }
}
