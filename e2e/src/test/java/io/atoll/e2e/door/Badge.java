package io.atoll.e2e.door;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.access.Role;
import io.atoll.e2e.suite.Api;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One way to show who calls.
 *
 * @param headers of each request
 * @param held permissions; empty with {@code known} false: nobody
 * @param known false where the credential must not be taken
 * @param inside whether the grants reach the cluster of the test
 * @param key an API key, which has no place on routes about who somebody is
 */
record Badge(
        String name,
        Map<String, String> headers,
        Set<Permission> held,
        boolean known,
        boolean inside,
        boolean key) {

    static Badge nobody(String name, Map<String, String> headers) {
        return new Badge(name, headers, Set.of(), false, false, false);
    }

    static Badge token(String name, String token) {
        return nobody(name, bearer(token));
    }

    static Badge user(String name, Api api, Role role, boolean inside) {
        return new Badge(
                name,
                Map.of("Authorization", api.authorization()),
                role.permissions(),
                true,
                inside,
                false);
    }

    /**
     * @param scopes of the key; its owner may everything
     */
    static Badge key(String name, String secret, Set<Permission> scopes, boolean inside) {
        return new Badge(
                name,
                Map.of("X-API-Key", secret),
                Permission.withImplied(scopes),
                true,
                inside,
                true);
    }

    static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    /** The statuses that this badge must get, or must not get, from a route. */
    Verdict verdict(Route route) {
        if (!known) {
            return Verdict.REFUSED_UNKNOWN;
        }
        if (key && route.isAboutTheCaller()) {
            return Verdict.REFUSED;
        }
        var needed = route.permission();
        if (needed.isPresent() && !held.contains(needed.get())) {
            return Verdict.REFUSED;
        }
        return route.isOfOneCluster() && !inside ? Verdict.HIDDEN : Verdict.LET_IN;
    }

    enum Verdict {
        /** 401. */
        REFUSED_UNKNOWN,
        /** 403. */
        REFUSED,
        /** As for a cluster that is not there: 404, or what is wrong with the request itself. */
        HIDDEN,
        /** Anything but 401 and 403. */
        LET_IN;

        /** That a request itself is wrong tells nothing about what is there. */
        boolean allows(int status) {
            return switch (this) {
                case REFUSED_UNKNOWN -> status == 401;
                case REFUSED -> status == 403;
                case HIDDEN -> List.of(404, 400, 406, 422).contains(status);
                case LET_IN -> status != 401 && status != 403 && (status < 500 || status == 503);
            };
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
