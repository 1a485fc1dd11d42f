package io.atoll.gateway.access;

import io.atoll.contracts.access.Grant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Grants as the claim {@code grants}: a list of objects without their absent limits. */
final class GrantClaims {

    static List<Map<String, String>> of(List<Grant> grants) {
        return grants.stream().map(GrantClaims::of).toList();
    }

    private static Map<String, String> of(Grant grant) {
        var claim = new LinkedHashMap<String, String>();
        claim.put("role", grant.role().wire());
        putIfPresent(claim, "environment", grant.environment());
        putIfPresent(claim, "tag", grant.tag());
        putIfPresent(claim, "cluster", grant.cluster());
        return claim;
    }

    private static void putIfPresent(
            Map<String, String> claim, String name, @Nullable String value) {
        if (value != null) {
            claim.put(name, value);
        }
    }

    private GrantClaims() {}
}
